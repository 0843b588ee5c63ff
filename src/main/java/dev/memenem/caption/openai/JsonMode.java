package dev.memenem.caption.openai;

import dev.memenem.caption.CaptionRequest;
import dev.memenem.caption.CaptionSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a server is told to answer in JSON, from the strictest way to none. */
enum JsonMode {
  JSON_SCHEMA,
  JSON_OBJECT,
  PLAIN;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JsonMode of(String id) {
    return Arrays.stream(values())
        .filter(mode -> mode.id().equals(id))
        .findFirst()
        .orElse(JSON_SCHEMA);
  }

  /** What to try when a server does not know this one; empty at the end. */
  Optional<JsonMode> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }

  /** The value of {@code response_format}; empty when the field is left out. */
  Optional<Map<String, Object>> format(CaptionRequest request) {
    switch (this) {
      case JSON_SCHEMA:
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("name", "captions");
        schema.put("strict", true);
        schema.put("schema", CaptionSchema.of(request));
        return Optional.of(Map.of("type", id(), "json_schema", schema));
      case JSON_OBJECT:
        return Optional.of(Map.of("type", id()));
      default:
        return Optional.empty();
    }
  }
}
