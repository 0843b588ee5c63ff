package dev.memenem.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a JSON document that may not be there. Walking never throws: a missing field or an
 * item of another type is an empty tree, and its accessors give what the caller names as default.
 *
 * @param value a map, list, string, number, boolean or null, as {@link Json} reads them
 */
public record Tree(Object value) {
  private static final Tree NOTHING = new Tree(null);

  public Tree get(String field) {
    return value instanceof Map<?, ?> map && map.containsKey(field)
        ? new Tree(map.get(field))
        : NOTHING;
  }

  public boolean isPresent() {
    return value != null;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  /** The items of an array; none when it is no array. */
  public List<Tree> items() {
    List<Tree> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        items.add(new Tree(item));
      }
    }
    return items;
  }

  /** The field names of an object in document order; none when it is no object. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      for (Object field : map.keySet()) {
        fields.add(String.valueOf(field));
      }
    }
    return fields;
  }

  /** The strings of an array; items of other types are left out. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** The string, or {@code ""}. */
  public String text() {
    return text("");
  }

  public String text(String otherwise) {
    return value instanceof String s ? s : otherwise;
  }

  public Optional<String> optionalText() {
    return value instanceof String s ? Optional.of(s) : Optional.empty();
  }

  public double number(double otherwise) {
    return value instanceof Number n ? n.doubleValue() : otherwise;
  }

  public int integer(int otherwise) {
    return value instanceof Number n ? n.intValue() : otherwise;
  }

  public long longer(long otherwise) {
    return value instanceof Number n ? n.longValue() : otherwise;
  }

  public boolean flag(boolean otherwise) {
    return value instanceof Boolean b ? b : otherwise;
  }

  /** An ISO-8601 instant; empty when missing or not one. */
  public Optional<Instant> instant() {
    try {
      return value instanceof String s ? Optional.of(Instant.parse(s)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
