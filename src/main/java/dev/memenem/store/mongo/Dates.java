package dev.memenem.store.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Instants and numbers as MongoDB keeps them: milliseconds, and whatever width a sum has. */
final class Dates {
  /** What {@code expires_at} holds while a job has not ended: such a job never expires. */
  static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private Dates() {}

  /** Instants too far for MongoDB, such as {@link Instant#MAX}, become the farthest. */
  static Date of(Instant instant) {
    Instant last = NEVER.toInstant().minusMillis(1);
    return Date.from(instant.isAfter(last) ? last : instant.isBefore(FIRST) ? FIRST : instant);
  }

  static Optional<Instant> read(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }

  /** 0 when it is missing. */
  static long number(Document document, String field) {
    return document.get(field) instanceof Number number ? number.longValue() : 0;
  }

  /** By this field, then by id, both in this direction. */
  static Document order(String field, int direction) {
    return new Document(field, direction).append("_id", direction);
  }
}
