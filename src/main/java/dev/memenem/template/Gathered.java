package dev.memenem.template;

import java.util.List;
import java.util.Set;

/**
 * What all sources gave together.
 *
 * @param templates enriched, each meme once, in the order of the sources
 * @param reports one for each source that was wanted
 * @param named the sources that were asked for by name
 */
public record Gathered(List<Template> templates, List<SourceReport> reports, Set<String> named) {
  public Gathered {
    templates = List.copyOf(templates);
    reports = List.copyOf(reports);
    named = Set.copyOf(named);
  }

  /**
   * What the user should know: failures. A source that is not set up is passed over unless it was
   * asked for by name.
   */
  public List<String> warnings() {
    return reports.stream()
        .filter(
            report ->
                report.state() != SourceState.NOT_CONFIGURED || named.contains(report.source()))
        .flatMap(report -> report.warning().stream())
        .toList();
  }

  /** True when sources were asked for by name and every one of them failed. */
  public boolean failed() {
    return !named.isEmpty() && reports.stream().allMatch(SourceReport::failed);
  }

  /** True when every failure is a matter of accounts and keys. */
  public boolean needsCredentials() {
    return reports.stream()
        .filter(SourceReport::failed)
        .allMatch(
            report ->
                report.state() == SourceState.NOT_CONFIGURED
                    || report.state() == SourceState.AUTH_FAILED);
  }
}
