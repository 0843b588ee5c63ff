package dev.memenem.caption;

import dev.memenem.virality.Virality;
import java.util.Optional;

/**
 * One scored set of captions in a result.
 *
 * @param id order of creation from 1; stays the same across retries
 * @param captions the texts
 * @param virality its score and why
 * @param origin who wrote it
 * @param imagePath absolute path of the drawn meme; empty unless it was written
 */
public record Variation(
    int id, Captions captions, Virality virality, Origin origin, Optional<String> imagePath) {

  /**
   * @param method the provider's name
   * @param model the model as the provider names it; empty for the built-in one
   * @param cached true when the provider was not asked for it this time
   */
  public record Origin(String method, String model, boolean cached) {}

  public Variation withImagePath(String path) {
    return new Variation(id, captions, virality, origin, Optional.of(path));
  }
}
