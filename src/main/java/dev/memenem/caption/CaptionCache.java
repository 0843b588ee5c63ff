package dev.memenem.caption;

import dev.memenem.cache.Cache;
import dev.memenem.cache.CacheEntry;
import dev.memenem.cache.CacheKind;
import dev.memenem.caption.CaptionRequest.Order;
import dev.memenem.caption.ChainResult.Written;
import dev.memenem.caption.Variation.Origin;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Variations that were paid for, one entry each, under everything that shaped them. */
final class CaptionCache {
  private final Cache cache;
  private final Duration ttl;
  private final InstantSource clock;

  CaptionCache(Cache cache, Duration ttl, InstantSource clock) {
    this.cache = cache;
    this.ttl = ttl;
    this.clock = clock;
  }

  /** Oldest first; what cannot be read is left out. */
  List<Written> get(ChainLink link, CaptionRequest request, Order order) {
    List<Written> found = new ArrayList<>();
    int wanted = order.count() + order.taken().size();
    for (CacheEntry entry : cache.get(CacheKind.CAPTIONS, key(link, request, order), wanted)) {
      try {
        Tree tree = Json.parse(entry.value());
        found.add(
            new Written(
                new Captions(tree.get("captions").texts()),
                new Origin(link.provider().name(), tree.get("model").text(), true)));
      } catch (JsonException | IllegalArgumentException e) {
        continue;
      }
    }
    return found;
  }

  void put(
      ChainLink link, CaptionRequest request, Order order, List<Captions> written, String model) {
    String key = key(link, request, order);
    Instant now = clock.instant();
    for (Captions captions : written) {
      Map<String, Object> value = Map.of("captions", captions.texts(), "model", model);
      Instant expires = now.plus(ttl);
      cache.put(
          CacheKind.CAPTIONS,
          new CacheEntry(
              key,
              hash(captions.fingerprint()).substring(0, 16),
              link.provider().name(),
              Json.bytes(value),
              1,
              now,
              expires,
              expires));
      // Entries come back oldest first: the order of creation has to show in their times.
      now = now.plusMillis(1);
    }
  }

  private static String key(ChainLink link, CaptionRequest request, Order order) {
    List<Object> panels = new ArrayList<>();
    order
        .template()
        .panels()
        .forEach(
            panel ->
                panels.add(
                    List.of(
                        panel.role(),
                        panel.guide(),
                        panel.frame().orElse(""),
                        panel.usualWords(),
                        panel.maxWords())));
    return hash(
        Json.write(
            List.of(
                CaptionPrompt.VERSION,
                normal(request.topic()),
                request.style().id(),
                order.template().id(),
                panels,
                link.provider().name(),
                link.model())));
  }

  private static String normal(String topic) {
    return Normalizer.normalize(topic, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
