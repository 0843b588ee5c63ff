package dev.memenem.cli;

import dev.memenem.config.Config;
import dev.memenem.config.Setting;
import dev.memenem.view.Check;
import dev.memenem.view.DoctorScreen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: is this installation healthy. */
@Command(
    name = "doctor",
    description =
        "Checks this installation: Java, store, sources, providers, fonts, terminal. Ends with 0"
            + " only when 'memenem submit' would work.",
    footerHeading = "%nExamples:%n",
    footer = {"  memenem doctor", "  memenem doctor --online -v"})
public final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--online", order = 1, description = "Really ask the sources and providers.")
  boolean online;

  private final Services services;

  public DoctorCommand(Services services) {
    this.services = services;
  }

  @Override
  public Integer call() {
    Checkup checkup = new Checkup(services, online);
    List<Check> checks = checkup.run();
    boolean healthy = checks.stream().noneMatch(check -> check.state() == Check.State.FAILED);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("success", healthy);
    document.put("checks", checks.stream().map(DoctorCommand::tree).toList());
    List<Map<String, Object>> settings = services.global().verbosity() > 0 ? settings() : List.of();
    if (!settings.isEmpty()) {
      document.put("settings", settings);
    }
    new Printer(services).document(document, screen -> DoctorScreen.of(checks, settings, screen));
    if (healthy) {
      return ExitCode.DONE.code();
    }
    return checkup.storeWorks() ? ExitCode.FAILED.code() : ExitCode.UNAVAILABLE.code();
  }

  private static Map<String, Object> tree(Check check) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("check", check.name());
    tree.put("state", check.state().id());
    tree.put("detail", check.detail());
    return tree;
  }

  /** Each setting, its value and where it came from; nobody is shown a secret. */
  private List<Map<String, Object>> settings() {
    List<Map<String, Object>> settings = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      Config.Value value = services.config().values().get(setting);
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("setting", setting.name());
      tree.put("value", value == null ? null : setting.secret() ? "***" : value.text());
      tree.put("origin", value == null ? "not set" : value.origin());
      settings.add(tree);
    }
    return settings;
  }
}
