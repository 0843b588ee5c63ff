package dev.memenem.job;

import dev.memenem.caption.Style;
import dev.memenem.json.Invisible;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a job needs to know of what the user asked for; it never changes.
 *
 * @param topic 1 to 200 code points, trimmed, line breaks made blanks
 * @param style the humour
 * @param maxTemplates 1 to 10
 * @param variations 1 to 6
 * @param choice where templates and captions come from
 * @param options switches
 * @param label free text for listings
 * @param key idempotency key: the same key returns the same job
 * @param pictures drawn memes; empty when none are wanted
 */
public record JobRequest(
    String topic,
    Style style,
    int maxTemplates,
    int variations,
    Choice choice,
    Options options,
    Optional<String> label,
    Optional<String> key,
    Optional<Pictures> pictures) {

  /** Longest topic in code points. */
  public static final int MAX_TOPIC = 200;

  public static final int MAX_TEMPLATES = 10;
  public static final int MAX_VARIATIONS = 6;

  public JobRequest {
    topic = Invisible.strip(topic).strip().replaceAll("\\s+", " ");
    Objects.requireNonNull(style, "style");
    int length = topic.codePointCount(0, topic.length());
    if (length == 0) {
      throw new InvalidRequest("the topic is empty; say what the memes are about");
    }
    if (length > MAX_TOPIC) {
      throw new InvalidRequest(
          "the topic has %d characters; at most %d fit".formatted(length, MAX_TOPIC));
    }
    if (maxTemplates < 1 || maxTemplates > MAX_TEMPLATES) {
      throw new InvalidRequest(
          "--max-templates is %d; it goes from 1 to %d".formatted(maxTemplates, MAX_TEMPLATES));
    }
    if (variations < 1 || variations > MAX_VARIATIONS) {
      throw new InvalidRequest(
          "--variations is %d; it goes from 1 to %d".formatted(variations, MAX_VARIATIONS));
    }
  }

  /**
   * @param templates ids asked for; empty: the best for the topic
   * @param sources sources asked for by name; empty: those of the settings
   * @param providers providers asked for by name, in order; empty: those of the settings
   */
  public record Choice(List<String> templates, List<String> sources, List<String> providers) {
    public static final Choice ANY = new Choice(List.of(), List.of(), List.of());

    public Choice {
      templates = List.copyOf(templates);
      sources = List.copyOf(sources);
      providers = List.copyOf(providers);
    }
  }

  /**
   * @param offline touch no network
   * @param refresh do not read caches
   * @param strict a partial result is a failure of its own (exit code 6)
   * @param seed decides every free choice; drawn at submit when the user named none
   * @param record directory that upstream traffic is written to, absolute
   * @param replay directory that upstream traffic is read from, absolute
   */
  public record Options(
      boolean offline,
      boolean refresh,
      boolean strict,
      long seed,
      Optional<String> record,
      Optional<String> replay) {
    public static Options of(long seed) {
      return new Options(false, false, false, seed, Optional.empty(), Optional.empty());
    }
  }

  /**
   * @param directory absolute, on the host that submitted
   * @param bestOnly only the best variation of each template
   * @param force overwrite files
   * @param host id of the host the directory is on; other hosts draw nothing
   */
  public record Pictures(String directory, boolean bestOnly, boolean force, String host) {}
}
