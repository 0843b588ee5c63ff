package dev.memenem.docs;

import dev.memenem.cli.Commands;
import dev.memenem.cli.HelpPages;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Every file that is made from the command model. */
final class Documentation {
  private static final String HELP = "src/main/resources/dev/memenem/cli/";

  private Documentation() {}

  /** Path in the sources to text. */
  static Map<String, String> all() {
    Map<String, String> files = new TreeMap<>();
    ManPages.all().forEach((name, text) -> files.put("man/" + name, text));
    CommandLine line = Commands.all(null);
    help(files, line);
    line.getSubcommands().values().stream()
        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
        .forEach(each -> help(files, each));
    CommandModel model = CommandModel.read();
    files.put("completions/memenem.bash", BashCompletion.of(model));
    files.put("completions/_memenem", ZshCompletion.of(model));
    files.put("completions/memenem.fish", FishCompletion.of(model));
    return files;
  }

  private static void help(Map<String, String> files, CommandLine line) {
    String name = line.getCommandName();
    files.put(HELP + HelpPages.file(name, false), line.getUsageMessage(Ansi.OFF));
    files.put(HELP + HelpPages.file(name, true), line.getUsageMessage(Ansi.ON));
  }
}
