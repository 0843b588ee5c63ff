package dev.memenem.testing;

import dev.memenem.testing.ScriptedServer.Manner;
import dev.memenem.testing.ScriptedServer.Reply;
import java.time.Duration;

/** What can go wrong at any upstream, and the words by which the user is told. */
public enum Fault {
  SILENT("did not answer"),
  STALLED_BODY("did not answer"),
  CUT("broke off"),
  HANG_UP("closed the connection"),
  GIBBERISH("closed the connection|without an answer|could not"),
  TOO_LARGE("more than \\d+ bytes"),
  EMPTY("not whole JSON|empty"),
  HALF_JSON("not whole JSON"),
  PAGE("not whole JSON"),
  OTHER_JSON("empty"),
  BAD_REQUEST(400, "did not accept"),
  UNAUTHORIZED(401, "refused|wants a key"),
  FORBIDDEN(403, "refused|wants a key"),
  NOT_FOUND(404, "404|no model"),
  REDIRECT(302, "did not accept"),
  TOO_MANY(429, "too many"),
  TOO_MANY_FOR_SECONDS(429, "429"),
  TOO_MANY_FOR_HOURS(429, "429"),
  INTERNAL(500, "500"),
  BAD_GATEWAY(502, "502"),
  OVERLOADED(503, "503"),
  GATEWAY_TIMEOUT(504, "504");

  private final int status;
  private final String words;

  Fault(String words) {
    this(200, words);
  }

  Fault(int status, String words) {
    this.status = status;
    this.words = words;
  }

  /** What the upstream does; where it says something it repeats the key, as some do. */
  public Reply reply(String key) {
    String error =
        "{\"error\":{\"code\":%d,\"message\":\"You sent %s, which is not good\"}}"
            .formatted(status, key);
    return switch (this) {
      case SILENT -> Reply.failing(Manner.SILENT);
      case STALLED_BODY -> Reply.failing(Manner.STALLED_BODY);
      case CUT -> Reply.failing(Manner.CUT);
      case HANG_UP -> Reply.failing(Manner.HANG_UP);
      case GIBBERISH -> Reply.failing(Manner.GIBBERISH);
      case TOO_LARGE -> Reply.ok("[" + " ".repeat(5 * 1024 * 1024) + "]");
      case EMPTY -> Reply.ok("");
      case HALF_JSON -> Reply.ok("{\"data\":{\"half\":");
      case PAGE -> Reply.html(200, "<html><p>Welcome " + key + "</p></html>");
      case OTHER_JSON -> Reply.ok("{\"hello\":\"" + key + "\"}");
      case REDIRECT -> Reply.html(302, "").with("Location", "http://127.0.0.1:1/" + key);
      case TOO_MANY_FOR_SECONDS -> Reply.json(429, error).with("Retry-After", "3");
      case TOO_MANY_FOR_HOURS -> Reply.json(429, error).with("Retry-After", "7200");
      default -> Reply.json(status, error);
    };
  }

  /** Short where only time ends the call. */
  public Duration timeout() {
    return this == SILENT || this == STALLED_BODY ? Duration.ofMillis(250) : Duration.ofSeconds(20);
  }

  /** A pattern of what a provider's user is told. */
  public String atProvider() {
    return words;
  }

  public boolean isAboutTheKey() {
    return this == UNAUTHORIZED || this == FORBIDDEN;
  }
}
