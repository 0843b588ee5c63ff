package dev.memenem.template.builtin;

import dev.memenem.template.TemplateCatalog;
import dev.memenem.template.TemplateSource;
import java.time.Instant;

/** The catalogue as a source: always there, needs no network. */
public final class BuiltinSource implements TemplateSource {
  private final TemplateCatalog catalog;

  public BuiltinSource(TemplateCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public boolean remote() {
    return false;
  }

  @Override
  public Listing list(Instant deadline) {
    return Listing.of(catalog.templates());
  }
}
