package dev.memenem.docs;

import dev.memenem.docs.CommandModel.Option;
import dev.memenem.docs.CommandModel.Subcommand;
import dev.memenem.docs.CommandModel.Value;
import java.util.List;
import java.util.Locale;

/** Completion for zsh, with descriptions. */
final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef memenem
      # zsh completion for memenem, made from its command model; edits are lost.
      # Put it into a directory of $fpath, as _memenem

      _memenem_live() {
        local -a found
        found=("${(@f)$("${_memenem_program/#\\~/$HOME}" complete $1 $_memenem_place 2>/dev/null)}")
        found=("${(@)found//$'\\t'/:}")
        [[ -n $found[1] ]] && _describe -t $1 ${1%s} found
      }

      _memenem() {
        local curcontext="$curcontext" state line _memenem_program=$words[1]
        local -a global commands _memenem_place
        local -i at
        typeset -A opt_args
        for ((at = 2; at < CURRENT; at++)); do
          case $words[at] in
            --store | --config) _memenem_place+=("$words[at]=$words[at+1]") ;;
            --store=* | --config=*) _memenem_place+=("$words[at]") ;;
          esac
        done
      """;

  private ZshCompletion() {}

  static String of(CommandModel model) {
    StringBuilder script = new StringBuilder(HEAD);
    script.append("  commands=(\n");
    for (Subcommand each : model.subcommands()) {
      script.append("    ").append(quoted(each.name() + ":" + each.description())).append('\n');
    }
    script.append("  )\n  global=(\n");
    model.global().forEach(option -> arguments(script, "    ", option, "\n"));
    script.append("  )\n  _arguments -C -S $global '1: :->command' '*:: :->rest' && return\n");
    script.append("  case $state in\n    command) _describe -t commands command commands ;;\n");
    script.append("    rest)\n      case $words[1] in\n");
    for (Subcommand each : model.subcommands()) {
      script.append("        ").append(each.name()).append(") _arguments -S $global");
      each.options().forEach(option -> arguments(script, " \\\n          ", option, ""));
      if (each.positional() == Value.JOB) {
        script.append(
            " \\\n          '%s: : _memenem_live jobs'"
                .formatted(each.severalPositionals() ? "*" : "1"));
      }
      script.append(" ;;\n");
    }
    return script.append("      esac ;;\n  esac\n}\n\n_memenem \"$@\"\n").toString();
  }

  private static void arguments(StringBuilder script, String before, Option option, String after) {
    List<String> names = option.names();
    String exclusive =
        option.repeatable() ? "*" : names.size() > 1 ? "(" + String.join(" ", names) + ")" : "";
    for (String name : names) {
      String form =
          switch (option.value()) {
            case NONE -> name;
            default -> name.startsWith("--") ? name + (option.attached() ? "=-" : "=") : name + "+";
          };
      script
          .append(before)
          .append(
              quoted(
                  exclusive + form + "[" + bracketed(option.description()) + "]" + value(option)))
          .append(after);
    }
  }

  private static String value(Option option) {
    String label = (option.attached() ? "::" : ":") + option.label().toLowerCase(Locale.ROOT);
    return switch (option.value()) {
      case NONE -> "";
      case ANY -> label + ": ";
      case WORDS ->
          option.list()
              ? label + ":_sequence -s , compadd - " + String.join(" ", option.words())
              : label + ":(" + String.join(" ", option.words()) + ")";
      case FILE -> label + ":_files";
      case DIRECTORY -> label + ":_files -/";
      case JOB -> label + ": _memenem_live jobs";
      case TEMPLATE -> label + ": _memenem_live templates";
    };
  }

  private static String bracketed(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
