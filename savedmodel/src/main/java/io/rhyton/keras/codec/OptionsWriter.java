package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightOptions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Writes the options of one object, in the order of the calls. */
final class OptionsWriter {
  private final ObjectNode config;

  OptionsWriter(ObjectNode config) {
    this.config = config;
  }

  OptionsWriter put(String key, int value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, @Nullable Integer value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, long value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, @Nullable Double value) {
    config.put(key, value);
    return this;
  }

  /** Writes a list of numbers. */
  OptionsWriter put(String key, List<? extends Number> values) {
    ArrayNode list = config.putArray(key);
    values.forEach(value -> list.addPOJO(value));
    return this;
  }

  OptionsWriter put(String key, LearningRate schedule) {
    config.set(key, KerasCodecs.SCHEDULES.write(schedule));
    return this;
  }

  OptionsWriter put(String key, double value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, boolean value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, String value) {
    config.put(key, value);
    return this;
  }

  /** Writes an integer, or null for none. */
  OptionsWriter putOptional(String key, @Nullable Integer value) {
    config.put(key, value);
    return this;
  }

  /** Writes a number, or null for none. */
  OptionsWriter putOptional(String key, @Nullable Double value) {
    config.put(key, value);
    return this;
  }

  OptionsWriter put(String key, Padding padding) {
    return putConstant(key, padding);
  }

  OptionsWriter put(String key, ActivationFunction activation) {
    return put(key, ActivationFunctionCodec.write(activation));
  }

  OptionsWriter put(String key, Size2D size) {
    config.putArray(key).add(size.height()).add(size.width());
    return this;
  }

  OptionsWriter put(String key, OutputPadding padding) {
    config.putArray(key).add(padding.height()).add(padding.width());
    return this;
  }

  /** Writes a size along one axis, which Keras stores as a list of one. */
  OptionsWriter putLength(String key, int size) {
    config.putArray(key).add(size);
    return this;
  }

  OptionsWriter put(String key, Border1D border) {
    config.set(key, BorderCodec.write(border));
    return this;
  }

  OptionsWriter put(String key, Border2D border) {
    config.set(key, BorderCodec.write(border));
    return this;
  }

  OptionsWriter put(String key, Interval interval) {
    config.putArray(key).add(interval.lower()).add(interval.upper());
    return this;
  }

  OptionsWriter put(String key, Shape shape) {
    config.set(key, BatchShape.write(shape));
    return this;
  }

  OptionsWriter put(String key, Initializer initializer) {
    config.set(key, KerasCodecs.INITIALIZERS.write(initializer));
    return this;
  }

  OptionsWriter put(String key, @Nullable Regularizer regularizer) {
    if (regularizer == null) {
      return putNull(key);
    }
    config.set(key, KerasCodecs.REGULARIZERS.write(regularizer));
    return this;
  }

  OptionsWriter put(String key, @Nullable Constraint constraint) {
    if (constraint == null) {
      return putNull(key);
    }
    config.set(key, KerasCodecs.CONSTRAINTS.write(constraint));
    return this;
  }

  OptionsWriter putInitializer(String weight, WeightOptions options) {
    return put(weight + "_initializer", options.initializer());
  }

  OptionsWriter putRegularizer(String weight, WeightOptions options) {
    return put(weight + "_regularizer", options.regularizer());
  }

  OptionsWriter putConstraint(String weight, WeightOptions options) {
    return put(weight + "_constraint", options.constraint());
  }

  /** Writes a noise shape, in which -1 is the size of the input; null if it is empty. */
  OptionsWriter putNoiseShape(List<Integer> sizes) {
    if (sizes.isEmpty()) {
      return putNull("noise_shape");
    }
    return put("noise_shape", Shape.of(sizes.stream().mapToLong(Integer::longValue).toArray()));
  }

  /** Writes one axis as a number, several as a list. */
  OptionsWriter putAxes(String key, List<Integer> axes) {
    return axes.size() == 1 ? put(key, (int) axes.get(0)) : put(key, axes);
  }

  OptionsWriter putConstant(String key, Enum<?> constant) {
    return put(key, constant.name().toLowerCase(Locale.ROOT));
  }

  /** Writes an inner layer; it is frozen if this one is. */
  OptionsWriter putLayer(String key, String name, Layer layer) {
    config.set(key, LayerConfig.write(name, layer, true));
    return this;
  }

  OptionsWriter putSeed(@Nullable Long seed) {
    config.put("seed", seed);
    return this;
  }

  OptionsWriter putNull(String... keys) {
    for (String key : keys) {
      config.putNull(key);
    }
    return this;
  }

  OptionsWriter putChannelsLast() {
    return put("data_format", "channels_last");
  }
}
