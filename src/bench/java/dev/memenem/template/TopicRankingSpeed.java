package dev.memenem.template;

import dev.memenem.template.builtin.CatalogueFiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Times {@link TopicRanking} on 20 000 live templates beside the catalogue, first cold and then
 * warm. Run it with the classes and jackson-core on the class path.
 */
public final class TopicRankingSpeed {
  private static final int LIVE = 20_000;
  private static final int ROUNDS = 200;
  private static final String[] WORDS =
      ("cat dog boss work meeting sleep money phone winter friend angry happy waiting looking "
              + "holding sign running away from pointing at surprised confused old new")
          .split(" ");
  private static final String[] TOPICS = {
    "Monday morning meetings", "my cat at 4am", "rent prices these days", "xyzzy"
  };

  private TopicRankingSpeed() {}

  /** This thread's processor time in nanoseconds: what else the machine does is not in it. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) {
    List<Template> templates = new ArrayList<>(CatalogueFiles.builtin());
    Template any = templates.get(0);
    for (int i = 0; i < LIVE; i++) {
      String name = WORDS[i % 29 % 24] + " " + WORDS[i % 23] + " " + WORDS[i % 19] + " " + i;
      templates.add(
          new Template(
              "reddit_" + i,
              name,
              "reddit",
              new Template.Image(Optional.empty(), 0, 0),
              Template.Meaning.UNKNOWN,
              any.panels(),
              i % 100));
    }
    long start = cpu();
    TopicRanking ranking = new TopicRanking();
    ranking.rank(TOPICS[0], templates);
    System.out.printf("first call: %.1f ms of processor time%n", (cpu() - start) / 1e6);
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      start = cpu();
      ranking.rank(TOPICS[i % TOPICS.length], templates);
      times[i] = (cpu() - start) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS);
    Arrays.sort(warm);
    System.out.printf(
        "%d templates, warm: median %.1f ms, p95 %.1f ms%n",
        templates.size(), warm[warm.length / 2], warm[warm.length * 95 / 100]);
  }
}
