package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/** Shapes as Keras writes them: the batch axis first, and null for an unknown size. */
public final class BatchShape {
  private BatchShape() {}

  /**
   * Returns the shape of one sample, with {@link Sizes#ANY} for null; reports any value that is not
   * a shape, and returns null. A fixed batch size is ignored: it only serves as an optimization in
   * Keras, and the model accepts batches of any size.
   */
  public static @Nullable Shape readSample(JsonValue value) {
    List<JsonValue> sizes = value.elements();
    if (sizes.isEmpty()) {
      if (value.isList()) {
        value.refuse("expected a shape with the batch axis first, got []");
      }
      return null;
    }
    if (!sizes.get(0).isAbsent()) {
      size(sizes.get(0));
    }
    long[] sample = new long[sizes.size() - 1];
    long values = 1;
    for (int i = 0; i < sample.length; i++) {
      sample[i] = size(sizes.get(i + 1));
      values = Math.min(Integer.MAX_VALUE + 1L, values * Math.max(1, sample[i]));
    }
    if (values > Integer.MAX_VALUE) {
      value.refuse(
          "expected fewer than 2^31 values in a sample, got " + JsonText.value(value.node()));
      return null;
    }
    return Shape.of(sample);
  }

  private static long size(JsonValue value) {
    if (value.isAbsent()) {
      return Sizes.ANY;
    }
    int size = value.integer(1);
    if (size < 1) {
      value.refuse("expected a size > 0, got " + size);
    }
    return Math.max(1, size);
  }

  public static ArrayNode write(Shape shape) {
    ArrayNode sizes = ConfigJson.array();
    for (long size : shape.asArray()) {
      if (size == Shape.UNKNOWN_SIZE) {
        sizes.addNull();
      } else {
        sizes.add(size);
      }
    }
    return sizes;
  }
}
