package dev.memenem.cache.files;

import dev.memenem.cache.CacheEntry;
import dev.memenem.json.Json;
import dev.memenem.json.JsonException;
import dev.memenem.json.Tree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry without its value.
 *
 * @param content SHA-256 of the value, in hexadecimal
 * @param bytes of the value
 * @param usedAt when it was last given out
 */
record Record(
    String key,
    String item,
    String group,
    int count,
    Instant storedAt,
    Instant expiresAt,
    Instant keepUntil,
    String content,
    long bytes,
    Instant usedAt) {
  private static final int SCHEMA = 1;

  static Record of(CacheEntry entry, String content) {
    return new Record(
        entry.key(),
        entry.item(),
        entry.group(),
        entry.count(),
        entry.storedAt(),
        entry.expiresAt(),
        entry.keepUntil(),
        content,
        entry.value().length,
        entry.storedAt());
  }

  CacheEntry entry(byte[] value) {
    return new CacheEntry(key, item, group, value, count, storedAt, expiresAt, keepUntil);
  }

  byte[] json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("key", key);
    tree.put("item", item);
    tree.put("group", group);
    tree.put("count", count);
    tree.put("stored_at", storedAt.toString());
    tree.put("expires_at", expiresAt.toString());
    tree.put("keep_until", keepUntil.toString());
    tree.put("content", content);
    tree.put("bytes", bytes);
    return Json.bytes(tree);
  }

  /** Empty for a file that is none of ours, or of a newer version. */
  static Optional<Record> read(byte[] json, Instant usedAt) {
    try {
      Tree tree = Json.parse(json);
      if (tree.get("schema").integer(0) != SCHEMA) {
        return Optional.empty();
      }
      return tree.get("stored_at")
          .instant()
          .flatMap(
              stored ->
                  tree.get("expires_at")
                      .instant()
                      .flatMap(
                          expires ->
                              tree.get("keep_until")
                                  .instant()
                                  .map(keep -> read(tree, stored, expires, keep, usedAt))));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Record read(
      Tree tree, Instant stored, Instant expires, Instant keep, Instant usedAt) {
    return new Record(
        tree.get("key").text(),
        tree.get("item").text(),
        tree.get("group").text(),
        tree.get("count").integer(1),
        stored,
        expires,
        keep,
        tree.get("content").text(),
        tree.get("bytes").longer(0),
        usedAt);
  }
}
