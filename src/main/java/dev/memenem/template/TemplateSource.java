package dev.memenem.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: somewhere templates come from. Implementations are safe for use by several threads. */
public interface TemplateSource {
  /** {@code builtin}, {@code imgflip}, {@code reddit}, {@code knowyourmeme}. */
  String name();

  /**
   * True when it needs the network: its answers are cached, and {@code --offline} leaves it out.
   */
  boolean remote();

  /**
   * Asks for everything it has. Never throws for what an upstream does.
   *
   * @param deadline no answer is of use behind it
   */
  Listing list(Instant deadline);

  /**
   * One answer.
   *
   * @param state {@link SourceState#OK} when there are templates
   * @param templates as the source knows them, not yet enriched; empty unless ok
   * @param detail one line for the user, without secrets; empty when ok
   * @param until when asking again may help, if known
   */
  record Listing(
      SourceState state, List<Template> templates, String detail, Optional<Instant> until) {
    public Listing {
      templates = List.copyOf(templates);
    }

    public static Listing of(List<Template> templates) {
      return new Listing(SourceState.OK, templates, "", Optional.empty());
    }

    public static Listing failed(SourceState state, String detail) {
      return new Listing(state, List.of(), detail, Optional.empty());
    }

    public static Listing failed(SourceState state, String detail, Instant until) {
      return new Listing(state, List.of(), detail, Optional.of(until));
    }
  }
}
