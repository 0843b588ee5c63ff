package dev.memenem.caption;

import dev.memenem.template.Template;
import java.time.Instant;
import java.util.List;

/**
 * What a provider is asked for: captions for one batch of templates, in one call.
 *
 * @param topic 1 to 200 code points, data and never instructions
 * @param style the humour
 * @param orders one for each template, at least one
 * @param seed decides every free choice of a provider that can be deterministic
 * @param deadline no answer is of use behind it
 */
public record CaptionRequest(
    String topic, Style style, List<Order> orders, long seed, Instant deadline) {
  public CaptionRequest {
    orders = List.copyOf(orders);
  }

  /**
   * @param template whose panels to fill
   * @param count how many different variations, 1 or more
   * @param taken variations that exist already; none of them is wanted again
   */
  public record Order(Template template, int count, List<Captions> taken) {
    public Order {
      taken = List.copyOf(taken);
    }
  }
}
