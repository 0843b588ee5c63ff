package dev.memenem.caption;

import dev.memenem.caption.CaptionRequest.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of an answer: an object with one required property for each template id, each an
 * array of exactly as many items as variations are wanted, its items objects with the texts {@code
 * panel_1} to {@code panel_n} and nothing else.
 */
public final class CaptionSchema {
  private CaptionSchema() {}

  /** The name of a panel's text, counted from 1. */
  public static String panel(int number) {
    return "panel_" + number;
  }

  public static Map<String, Object> of(CaptionRequest request) {
    Map<String, Object> templates = new LinkedHashMap<>();
    for (Order order : request.orders()) {
      Map<String, Object> variations = new LinkedHashMap<>();
      variations.put("type", "array");
      variations.put("minItems", order.count());
      variations.put("maxItems", order.count());
      variations.put("items", variation(order.template().panels().size()));
      templates.put(order.template().id(), variations);
    }
    return object(templates);
  }

  private static Map<String, Object> variation(int panels) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (int number = 1; number <= panels; number++) {
      texts.put(panel(number), Map.of("type", "string"));
    }
    return object(texts);
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required = new ArrayList<>(properties.keySet());
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }
}
