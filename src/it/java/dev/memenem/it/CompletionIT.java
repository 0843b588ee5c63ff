package dev.memenem.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tab key offers in real shells, on a store with one job. */
class CompletionIT {
  @TempDir Path home;
  private String job;

  @BeforeEach
  void aJob() {
    job = Shell.atHome(home).memenem("submit", "--queue", "-q", "my topic").out().strip();
    assertThat(job).isNotEmpty();
  }

  @Test
  void bash() {
    assertThat(inBash("memenem ca"))
        .containsExactlyInAnyOrder("cancel", "cache-stats", "cache-cleanup");
    assertThat(inBash("memenem submit --st"))
        .containsExactlyInAnyOrder("--style", "--strict", "--store");
    assertThat(inBash("memenem -o json submit -s who")).containsExactly("wholesome");
    assertThat(inBash("memenem submit --style = dark")).containsExactly("dark_humor");
    assertThat(inBash("memenem submit --style = ")).hasSize(5).contains("gen_z_slang");
    assertThat(inBash("memenem cache-cleanup --kind jobs,re")).containsExactly("jobs,results");
    assertThat(inBash("memenem status " + job.substring(0, 4))).containsExactly(job);
    assertThat(inBash("memenem status ")).contains(job, "latest");
    assertThat(inBash("memenem templates --source red")).containsExactly("reddit");
    assertThat(inBash("memenem templates --id imgflip_18191")).contains("imgflip_181913649");
    assertThat(inBash("memenem submit -- --st")).isEmpty();
  }

  @Test
  void fish() {
    assumeTrue(Shell.has("fish"), "fish is not installed");
    assertThat(inFish("memenem ca"))
        .containsExactlyInAnyOrder("cancel", "cache-stats", "cache-cleanup");
    assertThat(inFish("memenem submit --st"))
        .containsExactlyInAnyOrder("--style", "--strict", "--store");
    assertThat(inFish("memenem -o json submit -s who")).containsExactly("wholesome");
    assertThat(inFish("memenem submit --style=dark")).containsExactly("--style=dark_humor");
    assertThat(inFish("memenem cache-cleanup --kind jobs,re")).containsExactly("jobs,results");
    assertThat(inFish("memenem status " + job.substring(0, 4))).containsExactly(job);
    assertThat(inFish("memenem templates --source red")).containsExactly("reddit");
    assertThat(inFish("memenem templates --id imgflip_18191")).contains("imgflip_181913649");
  }

  @Test
  void zsh() {
    assumeTrue(Shell.has("zsh"), "zsh is not installed");
    assertThat(inZsh("memenem canc")).isEqualTo("memenem cancel ");
    assertThat(inZsh("memenem submit --max")).isEqualTo("memenem submit --max-templates=");
    assertThat(inZsh("memenem -o json submit -s who"))
        .isEqualTo("memenem -o json submit -s wholesome ");
    assertThat(inZsh("memenem submit --style=dark"))
        .isEqualTo("memenem submit --style=dark_humor ");
    assertThat(inZsh("memenem cache-cleanup --kind jobs,re"))
        .startsWith("memenem cache-cleanup --kind jobs,results");
    assertThat(inZsh("memenem status " + job.substring(0, 4)))
        .isEqualTo("memenem status " + job + " ");
    assertThat(inZsh("memenem templates --source red"))
        .isEqualTo("memenem templates --source reddit ");
    assertThat(inZsh("memenem templates --id imgflip_1819136"))
        .isEqualTo("memenem templates --id imgflip_181913649 ");
  }

  /** The line as bash splits it, with {@code =} a word of its own. */
  private List<String> inBash(String line) {
    Shell.Result result =
        Shell.atHome(home)
            .run(
                "bash",
                "--norc",
                "-c",
                """
                source "$1"
                read -ra COMP_WORDS <<<"$2"
                [[ $2 == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$2 COMP_POINT=${#2}
                _memenem
                ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
                true
                """,
                "bash",
                Shell.TREE.resolve("completions/memenem.bash").toString(),
                line);
    assertThat(result.err()).isEmpty();
    return result.out().lines().toList();
  }

  private List<String> inFish(String line) {
    Shell.Result result =
        Shell.atHome(home)
            .run(
                "fish",
                "--no-config",
                "-c",
                "source $argv[1]; complete -C $argv[2]",
                Shell.TREE.resolve("completions/memenem.fish").toString(),
                line);
    assertThat(result.err()).isEmpty();
    return result.out().lines().map(each -> each.split("\t")[0]).distinct().toList();
  }

  /** The line after the tab key, typed into a zsh on a terminal of its own. */
  private String inZsh(String line) {
    Shell.Result result =
        Shell.atHome(home)
            .run(
                "zsh",
                "-f",
                "-c",
                """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "PS1= RPS1= ; unsetopt beep ; fpath=(${(q)1} \\$fpath)"
                zpty -w shell 'autoload -U compinit; compinit -u -d "$HOME/.zcompdump"'
                zpty -w shell 'show() { print -r -- "<<$BUFFER>>"; zle kill-buffer; }; zle -N show; bindkey "^X" show'
                zpty -w shell 'print rea""dy'
                zpty -r -m shell seen '*ready*' || exit 1
                zpty -n -w shell "$2"$'\\t'$'\\x18'
                zpty -r -m shell seen '*<<*>>*' || exit 1
                seen=${seen##*<<}
                print -r -- "${seen%%>>*}|"
                zpty -d shell
                """,
                "zsh",
                Shell.TREE.resolve("completions").toString(),
                line);
    assertThat(result.out()).as(result.err()).contains("|");
    return result.out().substring(0, result.out().indexOf('|'));
  }
}
