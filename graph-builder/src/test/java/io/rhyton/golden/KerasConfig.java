package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.layer.AffineLayer;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.ScaledAndCentered;
import io.rhyton.model.objective.AUC.Curve;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.WeightOptions;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * A record as Keras's {@code get_config()} returns it: its components in Keras's spelling, and the
 * options that Rhyton does not support with their implied values.
 */
final class KerasConfig {
  private static final JsonNode NOT_OFFERED = Golden.resource("/golden/not-offered.json");
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "beta1", "beta_1",
          "beta2", "beta_2",
          "DepthwiseConv2D.kernel", "depthwise",
          "SeparableConv2D.kernel", "depthwise",
          "InputLayer.shape", "batch_shape",
          "sparseYTrue", "sparse_y_true",
          "sparseYPred", "sparse_y_pred");

  /** Layers whose config in Keras lacks {@code trainable}. */
  private static final Set<String> NEVER_FROZEN = Set.of("SpatialDropout1D", "SpatialDropout2D");

  /** Options that Keras writes as a list even if it has one element. */
  private static final Set<String> LISTS = Set.of("Normalization.axis");

  /** Options that Keras writes as a number if there is one element, otherwise as a list. */
  private static final Set<String> ONE_OR_MORE = Set.of("axis", "axes", "scale", "offset");

  /** Options that Keras omits unless they are set. */
  private static final Set<String> ONLY_IF_SET =
      Set.of("Dense.activityRegularizer", "SimpleRNN.seed");

  /** Options that are arguments of the call in Keras. */
  private static final Set<String> OF_CALLS = Set.of("MultiHeadAttention.useCausalMask");

  /** Options that Keras 3.15 reads, but does not write. */
  private static final Set<String> FORGOTTEN = Set.of("Huber.delta", "IdentityInitializer.gain");

  private static final Set<String> SIZES =
      Set.of("dilationRate", "kernelSize", "poolSize", "strides");

  /**
   * Components that are not options in Keras: groups of options, and what Keras sets by a method.
   */
  private static final Set<String> NO_OPTIONS =
      Set.of("options", "gammaBeta", "excludeFromWeightDecay");

  private KerasConfig() {}

  static ObjectNode of(Record thing) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    String type = thing.getClass().getSimpleName();
    if (thing instanceof Optimizer optimizer) {
      config.setAll(of(optimizer.options()));
    }
    if (thing instanceof ScaledAndCentered<?> normalization) {
      config.setAll(of(normalization.gammaBeta()));
    }
    if (thing instanceof AffineLayer<?> layer) {
      addComponents(config, type, layer.options());
    }
    if (thing instanceof Recurrent<?> layer) {
      addComponents(config, type, layer.options());
    }
    addComponents(config, type, thing);
    addAll(config, kind(thing));
    addAll(config, type);
    if (NEVER_FROZEN.contains(type)) {
      config.remove("trainable");
    }
    return config;
  }

  private static void addComponents(ObjectNode config, String type, Record thing) {
    for (RecordComponent component : thing.getClass().getRecordComponents()) {
      String name = type + "." + component.getName();
      if (FORGOTTEN.contains(name) || OF_CALLS.contains(name)) {
        continue;
      }
      Object value = read(thing, component);
      if (value instanceof WeightOptions weight) {
        String prefix = spelling(type, component.getName());
        config.set(prefix + "_initializer", value(weight.initializer()));
        config.set(prefix + "_regularizer", value(weight.regularizer()));
        config.set(prefix + "_constraint", value(weight.constraint()));
        continue;
      }
      boolean isPart = !NO_OPTIONS.contains(component.getName());
      if (isPart && (value != null || !ONLY_IF_SET.contains(name))) {
        JsonNode json =
            value(
                value instanceof List<?> several && isOneOrMore(component) ? only(several) : value);
        config.set(
            spelling(type, component.getName()),
            isSizeOfOneAxis(type, component) || LISTS.contains(name)
                ? JsonNodeFactory.instance.arrayNode().add(json)
                : json);
      }
    }
  }

  private static boolean isOneOrMore(RecordComponent component) {
    return ONE_OR_MORE.contains(component.getName());
  }

  private static Object only(List<?> list) {
    return list.size() == 1 ? list.get(0) : list;
  }

  /** Whether Keras writes a component as a list with one element. */
  private static boolean isSizeOfOneAxis(String type, RecordComponent component) {
    return type.endsWith("1D") && SIZES.contains(component.getName());
  }

  private static void addAll(ObjectNode config, String notOffered) {
    NOT_OFFERED
        .path(notOffered)
        .properties()
        .forEach(option -> config.set(option.getKey(), option.getValue()));
  }

  private static String kind(Record thing) {
    if (thing instanceof Layer && !(thing instanceof InputLayer)) {
      return "every layer";
    }
    if (thing instanceof Optimizer) {
      return "every optimizer";
    }
    if (thing instanceof Loss) {
      return "every loss";
    }
    return thing instanceof Metric ? "every metric" : "";
  }

  private static String spelling(String type, String component) {
    String special = SPELLINGS.getOrDefault(type + "." + component, SPELLINGS.get(component));
    return special != null
        ? special
        : component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object read(Record thing, RecordComponent component) {
    try {
      return component.getAccessor().invoke(thing);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode value(@Nullable Object value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (value == null) {
      return json.nullNode();
    }
    if (value instanceof Boolean truth) {
      return json.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return number(number.doubleValue());
    }
    if (value instanceof Curve curve) {
      return json.textNode(curve.name());
    }
    if (value instanceof Enum<?> constant) {
      return json.textNode(constant.name().toLowerCase(Locale.ROOT));
    }
    if (value instanceof ConstantLearningRate rate) {
      return number(rate.value());
    }
    if (value instanceof List<?> list) {
      ArrayNode array = json.arrayNode();
      list.forEach(element -> array.add(value(element)));
      return list.isEmpty() ? json.nullNode() : array;
    }
    if (value instanceof Size2D size) {
      return json.arrayNode().add(size.height()).add(size.width());
    }
    if (value instanceof Interval interval) {
      return numbers(List.of(interval.lower(), interval.upper()));
    }
    if (value instanceof Border1D border) {
      return numbers(List.of(border.before(), border.after()));
    }
    if (value instanceof Border2D border) {
      return json.arrayNode()
          .add(numbers(List.of(border.top(), border.bottom())))
          .add(numbers(List.of(border.left(), border.right())));
    }
    if (value instanceof List<?> list) {
      return numbers(list);
    }
    if (value instanceof Shape sample) {
      ArrayNode batch = json.arrayNode().addNull();
      for (long size : sample.asArray()) {
        batch.add((int) size);
      }
      return batch;
    }
    Record thing = (Record) value;
    return json.objectNode()
        .put("module", "keras.initializers")
        .put("class_name", thing.getClass().getSimpleName())
        .putNull("registered_name")
        .set("config", of(thing));
  }

  private static ArrayNode numbers(List<?> list) {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    list.forEach(number -> numbers.add(value(number)));
    return numbers;
  }

  /** A number in the format of the golden files, which contain 0 for 0.0. */
  private static JsonNode number(double value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return value == Math.rint(value) ? json.numberNode((int) value) : json.numberNode(value);
  }
}
