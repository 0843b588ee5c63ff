package dev.memenem.docs;

import dev.memenem.docs.CommandModel.Option;
import dev.memenem.docs.CommandModel.Subcommand;
import dev.memenem.docs.CommandModel.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for bash, which needs nothing but bash. */
final class BashCompletion {
  private static final String HEAD =
      """
      # bash completion for memenem, made from its command model; edits are lost.
      # Source it, or put it into ~/.local/share/bash-completion/completions/memenem

      _memenem_words() {
        local prefix=
        if [[ $1 == list && $cur == *,* ]]; then
          prefix=${cur%,*},
        fi
        COMPREPLY=($(compgen -P "$prefix" -W "$2" -- "${cur#"$prefix"}"))
      }

      _memenem_live() {
        local program=${COMP_WORDS[0]/#\\~/$HOME}
        COMPREPLY=($(compgen -W "$("$program" complete "$1" "${place[@]}" 2>/dev/null | cut -f 1)" -- "$cur"))
      }

      _memenem_files() {
        compopt -o filenames 2>/dev/null
        local IFS=$'\\n'
        COMPREPLY=($(compgen "$1" -- "$cur"))
      }

      _memenem() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= literal= i
        local place=()
        COMPREPLY=()
        # bash makes three words of --option=value
        if [[ $cur == = ]]; then
          cur=
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            --) literal=yes; break ;;
            --store | --config)
              [[ ${COMP_WORDS[i+1]} == = ]] && place+=("${COMP_WORDS[i]}=${COMP_WORDS[i+2]}")
              [[ ${COMP_WORDS[i+1]} != = ]] && place+=("${COMP_WORDS[i]}=${COMP_WORDS[i+1]}")
              ((i++)) ;;
            %s) ((i++)) ;;
            =) ((i++)) ;;
            -*) ;;
            *) [[ $command ]] || command=${COMP_WORDS[i]} ;;
          esac
        done
        [[ $literal ]] && return
      """;

  private BashCompletion() {}

  static String of(CommandModel model) {
    StringBuilder script = new StringBuilder();
    List<String> valued = new ArrayList<>();
    model.global().stream()
        .filter(option -> option.takesNext() && !option.names().contains("--store"))
        .filter(option -> !option.names().contains("--config"))
        .forEach(option -> valued.addAll(option.names()));
    script.append(HEAD.replace("%s", String.join(" | ", valued)));
    script.append("  case $command:$prev in\n");
    for (Option option : model.global()) {
      value(script, "*", option);
    }
    for (Subcommand each : model.subcommands()) {
      for (Option option : each.options()) {
        value(script, each.name(), option);
      }
    }
    script.append("  esac\n  if [[ $cur == -* ]]; then\n    case $command in\n");
    for (Subcommand each : model.subcommands()) {
      script.append(
          "      %s) _memenem_words one \"%s\" ;;\n"
              .formatted(each.name(), names(model.global(), each.options())));
    }
    script.append(
        "      *) _memenem_words one \"%s\" ;;\n".formatted(names(model.global(), List.of())));
    script.append("    esac\n    return\n  fi\n  case $command in\n");
    script.append(
        "    '') _memenem_words one \"%s\" ;;\n"
            .formatted(
                model.subcommands().stream()
                    .map(Subcommand::name)
                    .collect(Collectors.joining(" "))));
    for (Subcommand each : model.subcommands()) {
      if (each.positional() == Value.JOB) {
        script.append("    %s) _memenem_live jobs ;;\n".formatted(each.name()));
      }
    }
    script.append("  esac\n}\n\ncomplete -F _memenem memenem\n");
    return script.toString();
  }

  private static void value(StringBuilder script, String command, Option option) {
    if (option.value() == Value.NONE) {
      return;
    }
    String pattern =
        option.names().stream()
            .map(name -> command + ":" + name)
            .collect(Collectors.joining(" | "));
    String action =
        switch (option.value()) {
          case WORDS ->
              "_memenem_words %s \"%s\"; "
                  .formatted(option.list() ? "list" : "one", String.join(" ", option.words()));
          case FILE -> "_memenem_files -f; ";
          case DIRECTORY -> "_memenem_files -d; ";
          case JOB -> "_memenem_live jobs; ";
          case TEMPLATE -> "_memenem_live templates; ";
          case ANY, NONE -> "";
        };
    String guard =
        option.attached()
            ? "[[ ${COMP_LINE:0:COMP_POINT} == *=* ]] && { %sreturn; } ;;"
            : "%sreturn ;;";
    script.append("    %s) %s\n".formatted(pattern, guard.formatted(action)));
  }

  private static String names(List<Option> global, List<Option> own) {
    return Stream.concat(own.stream(), global.stream())
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }
}
