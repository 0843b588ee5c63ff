package dev.memenem.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The formats that are known by heart: what their texts are for and where they stand. Reads them at
 * the first question and never again; safe for use by several threads.
 */
public final class TemplateCatalog {
  /** Pictures whose proportions differ by more are other crops: boxes would miss their places. */
  private static final double SAME_SHAPE = 0.03;

  private final Supplier<? extends Collection<Template>> formats;
  private List<Template> templates;
  private TemplateNames names;

  /**
   * @param formats is asked once; of two with one id the later replaces the earlier
   */
  public TemplateCatalog(Supplier<? extends Collection<Template>> formats) {
    this.formats = formats;
  }

  /** All of them, in the order of their source. */
  public synchronized List<Template> templates() {
    if (templates == null) {
      Map<String, Template> byId = new LinkedHashMap<>();
      formats.get().forEach(template -> byId.put(template.id(), template));
      templates = List.copyOf(byId.values());
    }
    return templates;
  }

  /** By what people type. */
  public synchronized TemplateNames names() {
    if (names == null) {
      names = new TemplateNames(templates());
    }
    return names;
  }

  /** As {@link TemplateNames#find}. */
  public Optional<Template> find(String query) {
    return names().find(query);
  }

  /**
   * What a source knows, completed by what we know. A known format (by its id or a name) gets our
   * id, name, meaning and panels and keeps its own picture and popularity, unless the picture is
   * another crop than ours. An unknown one gets panels that suit its number of texts, proportions
   * and name, unless its source knew what it means.
   */
  public Template enrich(Template live) {
    Optional<Template> same = names().byId(live.id());
    return same.or(() -> names().byName(live.name()))
        .map(known -> merge(live, known, same.isPresent()))
        .orElseGet(() -> guess(live));
  }

  private static Template merge(Template live, Template known, boolean sameId) {
    return new Template(
        known.id(),
        known.name(),
        live.source(),
        picture(live.image(), known.image(), sameId),
        known.meaning(),
        known.panels(),
        live.popularity() > 0 ? live.popularity() : known.popularity());
  }

  private static Template.Image picture(
      Template.Image live, Template.Image known, boolean samePicture) {
    if (live.url().isEmpty()) {
      return known;
    }
    if (live.width() <= 0 || live.height() <= 0) {
      return samePicture || known.url().isEmpty()
          ? new Template.Image(live.url(), known.width(), known.height())
          : known;
    }
    double live1 = (double) live.width() / live.height();
    double known1 = (double) known.width() / Math.max(1, known.height());
    boolean sameShape = Math.abs(live1 / known1 - 1) <= SAME_SHAPE;
    return samePicture || sameShape || known.url().isEmpty() ? live : known;
  }

  private static Template guess(Template live) {
    if (!live.meaning().situation().isEmpty()) {
      return live;
    }
    LikelyPanels likely = LikelyPanels.of(live);
    Template.Meaning meaning = live.meaning();
    return new Template(
        live.id(),
        live.name(),
        live.source(),
        live.image(),
        new Template.Meaning(
            meaning.otherNames(),
            meaning.tags(),
            meaning.characters(),
            meaning.tone(),
            meaning.situation(),
            likely.structure(),
            meaning.page(),
            meaning.examples()),
        likely.panels(),
        live.popularity());
  }
}
