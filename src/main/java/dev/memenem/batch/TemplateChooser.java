package dev.memenem.batch;

import dev.memenem.job.JobRequest;
import dev.memenem.job.TemplateFailure;
import dev.memenem.job.TemplateFailure.Cause;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateNames;
import dev.memenem.template.TopicRanking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The templates that were asked for, else those that fit the topic best. */
public final class TemplateChooser implements TemplateChoice {
  private final Shelf shelf;
  private final TopicRanking ranking;
  private final Predicate<Template> drawable;

  /** Everything there is to choose from. */
  @FunctionalInterface
  public interface Shelf {
    /**
     * @param deadline no answer is of use behind it
     */
    Offer offer(JobRequest request, Instant deadline);
  }

  /**
   * @param templates merged, without doubles, complete
   * @param failures why there is none at all; empty while there is one
   * @param warnings what the user should know
   */
  public record Offer(
      List<Template> templates, List<TemplateFailure> failures, List<String> warnings) {}

  /**
   * @param drawable whether a picture of the template can be had without the network
   */
  public TemplateChooser(Shelf shelf, TopicRanking ranking, Predicate<Template> drawable) {
    this.shelf = shelf;
    this.ranking = ranking;
    this.drawable = drawable;
  }

  @Override
  public Choice choose(JobRequest request, Instant deadline) {
    Offer offer = shelf.offer(request, deadline);
    if (offer.templates().isEmpty()) {
      return new Choice(List.of(), offer.failures(), offer.warnings());
    }
    return request.choice().templates().isEmpty() ? best(request, offer) : named(request, offer);
  }

  private Choice best(JobRequest request, Offer offer) {
    List<Template> candidates = offer.templates();
    if (request.pictures().isPresent() && request.options().offline()) {
      candidates = candidates.stream().filter(drawable).toList();
    }
    List<Template> ranked = ranking.rank(request.topic(), candidates);
    return new Choice(
        ranked.subList(0, Math.min(request.maxTemplates(), ranked.size())),
        List.of(),
        offer.warnings());
  }

  private static Choice named(JobRequest request, Offer offer) {
    TemplateNames names = new TemplateNames(offer.templates());
    Map<String, Template> chosen = new LinkedHashMap<>();
    List<TemplateFailure> failures = new ArrayList<>();
    for (String wanted : request.choice().templates()) {
      Optional<Template> found = names.find(wanted);
      found.ifPresent(template -> chosen.put(template.id(), template));
      if (found.isEmpty()) {
        failures.add(
            new TemplateFailure(wanted, "templates", unknown(wanted, names), Cause.NOT_FOUND));
      }
    }
    return new Choice(List.copyOf(chosen.values()), failures, offer.warnings());
  }

  private static String unknown(String wanted, TemplateNames names) {
    List<String> near = names.near(wanted, 3).stream().map(Template::name).toList();
    return near.isEmpty()
        ? "there is no template '%s'; 'memenem templates' lists them".formatted(wanted)
        : "there is no template '%s'; did you mean %s?".formatted(wanted, String.join(", ", near));
  }
}
