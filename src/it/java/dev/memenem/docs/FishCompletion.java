package dev.memenem.docs;

import dev.memenem.docs.CommandModel.Option;
import dev.memenem.docs.CommandModel.Subcommand;
import dev.memenem.docs.CommandModel.Value;
import java.util.ArrayList;
import java.util.List;

/** Completion for fish, with descriptions. */
final class FishCompletion {
  private static final String HEAD =
      """
      # fish completion for memenem, made from its command model; edits are lost.
      # Put it into ~/.config/fish/completions/memenem.fish

      function __memenem_command
          set -l skip 0
          for word in (commandline -opc)[2..-1]
              if test $skip = 1
                  set skip 0
                  continue
              end
              switch $word
                  case %s
                      set skip 1
                  case '-*'
                  case '*'
                      echo -- $word
                      return
              end
          end
      end

      function __memenem_is
          set -l command (__memenem_command)
          test "$command" = "$argv[1]"
      end

      function __memenem_live
          set -l words (commandline -opc)
          set -l place
          for i in (seq (count $words))
              switch $words[$i]
                  case '--store=*' '--config=*'
                      set -a place $words[$i]
                  case --store --config
                      set -a place $words[$i]=$words[(math $i + 1)]
              end
          end
          set -l program (string replace -r '^~' $HOME -- $words[1])
          $program complete $argv[1] $place 2>/dev/null
      end

      function __memenem_words
          printf '%s\\n' $argv
      end

      complete -c memenem -f
      """;

  private FishCompletion() {}

  static String of(CommandModel model) {
    List<String> valued = new ArrayList<>();
    model.global().stream()
        .filter(Option::takesNext)
        .forEach(option -> valued.addAll(option.names()));
    StringBuilder script =
        new StringBuilder(HEAD.replace("case %s", "case " + String.join(" ", valued)));
    model.global().forEach(option -> line(script, "", option));
    for (Subcommand each : model.subcommands()) {
      script.append(
          "\ncomplete -c memenem -n '__memenem_is \"\"' -a %s -d %s\n"
              .formatted(each.name(), quoted(each.description())));
      String when = " -n '__memenem_is " + each.name() + "'";
      each.options().forEach(option -> line(script, when, option));
      if (each.positional() == Value.JOB) {
        script.append("complete -c memenem").append(when).append(" -a '(__memenem_live jobs)'\n");
      }
    }
    return script.toString();
  }

  private static void line(StringBuilder script, String when, Option option) {
    script.append("complete -c memenem").append(when);
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (!option.attached()) {
      script.append(
          switch (option.value()) {
            case NONE -> "";
            case ANY -> " -x";
            case FILE -> " -r -F";
            case WORDS ->
                option.list()
                    ? " -x -a '(__fish_complete_list , \"__memenem_words "
                        + String.join(" ", option.words())
                        + "\")'"
                    : " -x -a '" + String.join(" ", option.words()) + "'";
            case DIRECTORY -> " -x -a '(__fish_complete_directories)'";
            case JOB -> " -x -a '(__memenem_live jobs)'";
            case TEMPLATE -> " -x -a '(__memenem_live templates)'";
          });
    }
    script.append(" -d ").append(quoted(option.description())).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
