package dev.memenem.picture;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.http.Http;
import dev.memenem.http.HttpOutcome;
import dev.memenem.http.HttpOutcome.Answer;
import dev.memenem.http.HttpRequest;
import dev.memenem.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings pictures: those the program draws itself, files, and downloads, which are kept in a cache.
 * Every picture is checked before anything decodes it. Thread safe.
 *
 * <p>Downloads go only to public addresses: names are resolved and every address is looked at
 * before each request, and again behind it. In between the JVM keeps what it resolved (30 s unless
 * told otherwise), so what was looked at is what was connected to; should that time run out in the
 * middle, the second look sees the new address.
 */
public final class PictureFetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "image/png, image/jpeg, image/gif;q=0.9");

  private final Http http;
  private final Cache cache;
  private final InstantSource clock;
  private final Rules rules;
  private final Addresses addresses;

  /**
   * What is allowed.
   *
   * @param timeout of one request
   * @param lifetime of a download in the cache
   * @param allowPrivate downloads may come from private addresses
   * @param offline nothing is downloaded; what is cached, however old, is used
   * @param refresh the cache is not read
   */
  public record Rules(
      Duration timeout,
      Duration lifetime,
      boolean allowPrivate,
      boolean offline,
      boolean refresh) {}

  public PictureFetcher(Http http, Cache cache, InstantSource clock, Rules rules) {
    this(http, cache, clock, rules, new Addresses());
  }

  PictureFetcher(Http http, Cache cache, InstantSource clock, Rules rules, Addresses addresses) {
    this.http = http;
    this.cache = cache;
    this.clock = clock;
    this.rules = rules;
    this.addresses = addresses;
  }

  /**
   * The blank of a template.
   *
   * @throws PictureException saying in one line why there is none
   */
  public Picture fetch(Template template) {
    return open(
        template
            .image()
            .url()
            .orElseThrow(
                () ->
                    new PictureException(
                        "nobody has published a blank picture of \"%s\""
                            .formatted(template.name()))));
  }

  /** True when {@link #fetch} needs no network: the blank is drawn, a file, or cached. */
  public boolean isAtHand(Template template) {
    String url = template.image().url().orElse("");
    return template.image().isDrawn()
        || (!url.isEmpty() && !isRemote(url))
        || (isRemote(url) && !cache.stale(CacheKind.IMAGES, url).isEmpty());
  }

  /**
   * A picture from anywhere.
   *
   * @param place a file's path, an http(s) address or {@code memenem:<slug>}
   * @throws PictureException saying in one line why there is none
   */
  public Picture open(String place) {
    if (place.startsWith(Template.Image.DRAWN)) {
      return drawn(place.substring(Template.Image.DRAWN.length()));
    }
    if (isRemote(place)) {
      return cached(place);
    }
    if (place.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*")) {
      throw new PictureException(
          "%s addresses are not read; http and https are"
              .formatted(place.substring(0, place.indexOf(':'))));
    }
    return file(Path.of(place));
  }

  /**
   * A picture from a stream, stdin for instance; the stream is not closed.
   *
   * @throws PictureException when it is none, or too large
   */
  public static Picture read(InputStream in) {
    try {
      return Picture.read(in.readNBytes(PictureHeader.MOST_BYTES + 1));
    } catch (IOException e) {
      throw new PictureException("the picture cannot be read", e);
    }
  }

  private static Picture drawn(String slug) {
    String name = MemeFiles.slug(slug).equals(slug) ? slug : "";
    for (String extension : List.of(".png", ".jpg")) {
      try (InputStream in = PictureFetcher.class.getResourceAsStream("blank/" + name + extension)) {
        if (in != null) {
          return read(in);
        }
      } catch (IOException e) {
        throw new PictureException("the blank \"%s\" cannot be read".formatted(slug), e);
      }
    }
    throw new PictureException("the program draws no blank named \"%s\"".formatted(slug));
  }

  private static Picture file(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new PictureException("%s is a directory, not a picture".formatted(path));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in);
      }
    } catch (NoSuchFileException e) {
      throw new PictureException("there is no file %s".formatted(path), e);
    } catch (IOException e) {
      throw new PictureException("cannot read %s".formatted(path), e);
    } catch (PictureException e) {
      throw new PictureException("%s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static boolean isRemote(String place) {
    String lower = place.toLowerCase(java.util.Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private Picture cached(String url) {
    if (!rules.refresh()) {
      Optional<Picture> kept = kept(cache.get(CacheKind.IMAGES, url, 1));
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    if (rules.offline()) {
      return kept(cache.stale(CacheKind.IMAGES, url))
          .orElseThrow(
              () -> new PictureException("the picture is not cached and the network is off"));
    }
    try {
      Picture picture = download(url);
      Instant now = clock.instant();
      Instant until = now.plus(rules.lifetime());
      String host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
      cache.put(
          CacheKind.IMAGES, new CacheEntry(url, "", host, picture.bytes(), 1, now, until, until));
      return picture;
    } catch (PictureException e) {
      return kept(cache.stale(CacheKind.IMAGES, url)).orElseThrow(() -> e);
    }
  }

  /** What is cached was checked before; a newer version may check more. */
  private static Optional<Picture> kept(List<CacheEntry> entries) {
    try {
      return entries.stream().findFirst().map(entry -> Picture.read(entry.value()));
    } catch (PictureException e) {
      return Optional.empty();
    }
  }

  private Picture download(String url) {
    URI uri = parse(url);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Answer answer = ask(uri);
      if (answer.status() >= 300 && answer.status() < 400 && answer.status() != 304) {
        String to = answer.header("location").orElse("");
        if (to.isBlank()) {
          throw failed(uri, "it redirects to nowhere");
        }
        uri = parse(resolve(uri, to));
      } else if (answer.status() != 200) {
        throw failed(uri, "it answered " + answer.status());
      } else {
        try {
          return Picture.read(answer.body());
        } catch (PictureException e) {
          throw failed(uri, e.getMessage());
        }
      }
    }
    throw failed(uri, "it redirects more than %d times".formatted(MOST_REDIRECTS));
  }

  private Answer ask(URI uri) {
    if (!rules.allowPrivate()) {
      addresses.requirePublic(uri);
    }
    HttpRequest request =
        new HttpRequest(
            "GET", uri, HEADERS, Optional.empty(), rules.timeout(), HttpRequest.IMAGE_CAP);
    HttpOutcome outcome = http.send(request);
    if (!rules.allowPrivate()) {
      addresses.requirePublic(uri);
    }
    if (outcome instanceof HttpOutcome.Failed failed) {
      throw failed(
          uri,
          failed.cause() == HttpOutcome.Cause.TOO_LARGE
              ? "it is larger than 10 MB"
              : failed.detail());
    }
    return (Answer) outcome;
  }

  private static PictureException failed(URI uri, String why) {
    return new PictureException("the picture at %s: %s".formatted(uri.getHost(), why));
  }

  private static String resolve(URI from, String to) {
    try {
      return from.resolve(to.strip().replace(" ", "%20")).toString();
    } catch (IllegalArgumentException e) {
      throw failed(from, "it redirects to something that is no address");
    }
  }

  private static URI parse(String url) {
    try {
      URI uri = new URI(url.strip().replace(" ", "%20"));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (!web) {
        throw new PictureException("a picture's address must be http or https");
      }
      if (uri.getHost() == null || uri.getUserInfo() != null) {
        throw new PictureException("a picture's address has no host, or carries a password");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new PictureException("that is no address of a picture", e);
    }
  }
}
