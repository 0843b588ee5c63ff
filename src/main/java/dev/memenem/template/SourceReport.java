package dev.memenem.template;

import java.time.Instant;
import java.util.Optional;

/**
 * What one source said when it was asked, or why it was not.
 *
 * @param source its name
 * @param state of the last answer; a failure may stand beside old templates
 * @param templates how many it contributed, duplicates included
 * @param cached they come from the cache
 * @param stale they are older than their lifetime, because the source failed
 * @param fetchedAt when the source gave them; empty when there are none, and for a source that is
 *     part of the program
 * @param detail one line for the user; empty when ok
 * @param until when asking again may help, if known
 */
public record SourceReport(
    String source,
    SourceState state,
    int templates,
    boolean cached,
    boolean stale,
    Optional<Instant> fetchedAt,
    String detail,
    Optional<Instant> until) {

  /** True when it could give nothing, not even something old. */
  public boolean failed() {
    return state != SourceState.OK && !stale;
  }

  /** One line for the user; empty when there is nothing to say. */
  Optional<String> warning() {
    if (state == SourceState.OK) {
      return Optional.empty();
    }
    String old = stale ? "; its list of %s is used".formatted(fetchedAt.orElseThrow()) : "";
    return Optional.of(source + ": " + detail + old);
  }
}
