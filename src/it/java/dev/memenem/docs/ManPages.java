package dev.memenem.docs;

import dev.memenem.cli.Commands;
import dev.memenem.cli.ExitCode;
import dev.memenem.config.Setting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** A page for the tool and for each subcommand: picocli writes AsciiDoc, Asciidoctor makes roff. */
final class ManPages {
  private static final String FOOTER = "// tag::picocli-generated-man-section-footer[]";

  private ManPages() {}

  /** File name to text, both as installed. */
  static Map<String, String> all() {
    Path work = null;
    try {
      work = Files.createTempDirectory("memenem-man");
      write(work);
      return rendered(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(work);
    }
  }

  private static void write(Path work) throws IOException {
    CommandLine line = Commands.all(null);
    CommandSpec root = line.getCommandSpec();
    tell(root);
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(ManPages::tell);
    int code = ManPageGenerator.generateManPage(work.toFile(), null, new boolean[0], false, root);
    if (code != 0) {
      throw new IllegalStateException("ManPageGenerator ended with " + code);
    }
    Path main = work.resolve("memenem.adoc");
    Files.writeString(main, Files.readString(main).replace(FOOTER, environment() + FOOTER));
  }

  /** Exit codes are in every page but not in {@code --help}, which should fit on a screen. */
  private static void tell(CommandSpec spec) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.code()), code.meaning());
    }
    UsageMessageSpec usage = spec.usageMessage();
    usage.exitCodeListHeading("Exit status%n");
    usage.exitCodeList(codes);
    usage.footerHeading("Examples%n");
  }

  private static String environment() {
    StringBuilder text = new StringBuilder("== Environment\n\n");
    text.append(
        """
        A flag goes before the environment, the environment before the configuration file, and that \
        before the default. Lists are joined by commas; durations are *500ms*, *2s*, *10m*, *12h*, \
        *7d*. A secret may also come from the file that the same name with *_FILE* behind it names.

        """);
    for (Setting setting : Setting.values()) {
      text.append("*%s*::\n".formatted(setting.name()))
          .append(
              setting
                  .defaultText()
                  .map(value -> "Default: `+%s+`.".formatted(value))
                  .orElse(setting.secret() ? "A secret; unset." : "Unset."))
          .append("\n\n");
    }
    text.append(
        """
        *MEMENEM_HOME*::
        One directory for all of ours, instead of the XDG directories: data, state, config and cache.

        *HTTP_PROXY*, *HTTPS_PROXY*, *NO_PROXY*::
        How to reach the network.

        *NO_COLOR*, *TERM*, *CI*::
        Are respected: no colour, nothing that moves.

        *JAVA_HOME*, *MEMENEM_JAVA_OPTS*::
        The Java to run on, and more options for it.

        *MEMENEM_START_CACHE*::
        *off* to start without the class archive that makes starts quick.

        == Files

        *$XDG_CONFIG_HOME/memenem/config.properties*::
        Settings, by their names in the environment.

        *$XDG_DATA_HOME/memenem/memenem.db*::
        The embedded store: jobs, results, caches, pacing.

        *$XDG_STATE_HOME/memenem/logs/*::
        Logs of detached jobs.

        *$XDG_CACHE_HOME/memenem/start/*::
        Class archives; safe to delete.

        """);
    return text.toString();
  }

  private static Map<String, String> rendered(Path work) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    // Half the time: the thirteen pages are done before compiled Ruby would pay.
    System.setProperty("jruby.compile.mode", "OFF");
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      for (Path source : sources(work)) {
        Options options =
            Options.builder()
                .backend("manpage")
                .safe(SafeMode.UNSAFE)
                .toFile(false)
                .attributes(
                    Attributes.builder()
                        .attribute("reproducible", "")
                        .attribute("docdate", "")
                        .attribute("manmanual", "memenem Manual")
                        .attribute("mansource", "memenem")
                        .attribute("linkcss", "")
                        .build())
                .standalone(true)
                .build();
        String name = source.getFileName().toString().replace(".adoc", ".1");
        String page = asciidoctor.convert(Files.readString(source), options);
        // A terminal in the C locale has no such letter, and man would warn.
        pages.put(name, page.replace("…", "\\&..."));
      }
    }
    return pages;
  }

  private static Collection<Path> sources(Path work) throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.filter(file -> file.toString().endsWith(".adoc")).sorted().toList();
    }
  }

  private static void delete(Path work) {
    if (work != null) {
      for (File file : work.toFile().listFiles()) {
        file.delete();
      }
      work.toFile().delete();
    }
  }
}
