package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes metrics with their names in Keras's logs: a metric given as a string is logged
 * under that string.
 */
public final class MetricNames {
  private MetricNames() {}

  /** Reads an object or a name; reports an unknown one and returns null. */
  public static @Nullable Metric read(JsonValue value) {
    Metric metric = KerasCodecs.METRICS.read(value);
    if (metric == null || metric instanceof Accuracy) {
      return metric;
    }
    String name = name(value);
    return name.isEmpty() || name.equals(metric.name()) ? metric : NamedMetric.of(metric, name);
  }

  private static String name(JsonValue value) {
    if (value.isText()) {
      return value.text("");
    }
    JsonValue config = value.get("config");
    JsonValue name = config.isObject() ? config.get("name") : config;
    return name.isText() ? name.text("") : "";
  }

  /** Writes a metric as a string if that is lossless, else as an object. */
  public static JsonNode write(Metric metric) {
    if (metric instanceof NamedMetric named) {
      ObjectNode object = KerasCodecs.METRICS.write(named.metric());
      ((ObjectNode) object.get("config")).put("name", named.name());
      return object;
    }
    JsonNode written = KerasCodecs.METRICS.writeShort(metric);
    boolean saysAll = !written.isTextual() || written.textValue().equals(metric.name());
    return saysAll ? written : KerasCodecs.METRICS.write(metric);
  }
}
