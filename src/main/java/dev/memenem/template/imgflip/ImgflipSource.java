package dev.memenem.template.imgflip;

import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpRequest;
import dev.memenem.http.Redaction;
import dev.memenem.http.RetryAfter;
import dev.memenem.http.RetryPolicy;
import dev.memenem.json.Invisible;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import dev.memenem.template.LikelyPanels;
import dev.memenem.template.SourceState;
import dev.memenem.template.Template;
import dev.memenem.template.TemplateSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hundred or so formats that people caption most on Imgflip; no account is needed. Popularity
 * is the place in that list.
 */
public final class ImgflipSource implements TemplateSource {
  public static final String NAME = "imgflip";

  private static final Pattern ID = Pattern.compile("\\d{1,12}");
  private static final int LONGEST_NAME = 120;
  private static final int LARGEST_SIDE = 20_000;
  private static final Redaction SHOWN = Redaction.of(List.of());

  private final Http http;
  private final RetryPolicy retries;
  private final URI list;
  private final Duration timeout;
  private final InstantSource clock;

  /**
   * @param base without a trailing slash
   * @param timeout of one call
   */
  public ImgflipSource(
      Http http, RetryPolicy retries, URI base, Duration timeout, InstantSource clock) {
    this.http = http;
    this.retries = retries;
    this.list = URI.create(base + "/get_memes");
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public Listing list(Instant deadline) {
    HttpRequest request = HttpRequest.get(list, Map.of("Accept", "application/json"), timeout);
    return retries
        .send(http, request, deadline)
        .fold(this::read, failed -> Listing.failed(SourceState.UNAVAILABLE, failed.detail()));
  }

  private Listing read(Answer answer) {
    if (answer.status() == 429) {
      String detail = "it wants fewer requests (429)";
      return RetryAfter.of(answer, clock.instant())
          .map(until -> Listing.failed(SourceState.RATE_LIMITED, detail, until))
          .orElseGet(() -> Listing.failed(SourceState.RATE_LIMITED, detail));
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return Listing.failed(
          SourceState.BLOCKED, "it turned the request away (%d)".formatted(answer.status()));
    }
    if (answer.status() != 200) {
      return Listing.failed(SourceState.UNAVAILABLE, "it answered with status " + answer.status());
    }
    Tree document;
    try {
      document = Json.parse(answer.body());
    } catch (JsonException e) {
      return Listing.failed(SourceState.UNAVAILABLE, "the answer is not whole JSON");
    }
    if (!document.get("success").flag(false)) {
      String message = SHOWN.line(document.get("error_message").text());
      return Listing.failed(
          SourceState.UNAVAILABLE, message.isEmpty() ? "the answer is no list of memes" : message);
    }
    List<Template> templates = templates(document.get("data").get("memes").items());
    return templates.isEmpty()
        ? Listing.failed(SourceState.LAYOUT_CHANGED, "the answer holds no meme we can read")
        : Listing.of(templates);
  }

  private static List<Template> templates(List<Tree> memes) {
    Map<String, Template> templates = new LinkedHashMap<>();
    for (Tree meme : memes) {
      double popularity = 100.0 * (memes.size() - templates.size()) / memes.size();
      template(meme, Math.round(popularity * 10) / 10.0)
          .ifPresent(template -> templates.putIfAbsent(template.id(), template));
    }
    return List.copyOf(templates.values());
  }

  /** Empty for an entry that cannot be used. */
  private static Optional<Template> template(Tree meme, double popularity) {
    String id = id(meme.get("id"));
    String name = Invisible.strip(meme.get("name").text()).strip();
    Optional<String> picture = picture(meme.get("url").text());
    if (!ID.matcher(id).matches() || name.isEmpty() || picture.isEmpty()) {
      return Optional.empty();
    }
    int boxes = meme.get("box_count").integer(0);
    return Optional.of(
        new Template(
            "imgflip_" + id,
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            NAME,
            new Template.Image(picture, side(meme.get("width")), side(meme.get("height"))),
            Template.Meaning.UNKNOWN,
            LikelyPanels.of(boxes < 1 ? 2 : Math.min(boxes, LikelyPanels.MOST)),
            popularity));
  }

  /** Ids are strings of digits; a number is taken as well, as other servers of this shape send. */
  private static String id(Tree id) {
    return id.value() instanceof Long number ? String.valueOf(number) : id.text();
  }

  private static int side(Tree side) {
    int pixels = side.integer(0);
    return pixels < 0 || pixels > LARGEST_SIDE ? 0 : pixels;
  }

  private static Optional<String> picture(String url) {
    String whole = url.startsWith("//") ? "https:" + url : url;
    try {
      URI uri = URI.create(whole);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(whole)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
