package io.rhyton.golden.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** Reads the golden values that Keras computed. */
public final class Golden {
  private static final String KERAS = "/golden/keras-3.15.1/";

  private Golden() {}

  /** Reads a file of this Keras version, named without its extension. */
  public static JsonNode read(String file) {
    return resource(KERAS + file + ".json");
  }

  /** Reads two files as one. */
  public static JsonNode read(String file, String other) {
    ObjectNode all = read(file).deepCopy();
    return all.setAll((ObjectNode) read(other));
  }

  public static JsonNode resource(String path) {
    try (InputStream in = Golden.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + ": expected a golden file, got none");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> names(JsonNode object) {
    return object.properties().stream().map(entry -> entry.getKey()).toList();
  }

  /** Returns the Java side of a case. */
  public static <T> T required(Map<String, T> cases, String name) {
    T found = cases.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no case '" + name + "'; there are " + cases.keySet());
    }
    return found;
  }

  public static FloatNdArray array(JsonNode array) {
    return NdArrays.wrap(shape(array), DataBuffers.of(values(array), true, false));
  }

  public static Shape shape(JsonNode array) {
    return Shape.of(
        StreamSupport.stream(array.get("shape").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .toArray());
  }

  public static float[] values(JsonNode array) {
    return floats(array.get("values"));
  }

  /** Returns the values of an array that Java computed, in row-major order. */
  public static float[] values(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  public static float[] floats(JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).floatValue();
    }
    return values;
  }

  public static int[] ints(JsonNode numbers) {
    int[] values = new int[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).intValue();
    }
    return values;
  }

  public static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  public static Weights weights(JsonNode object) {
    Weights.Builder weights = Weights.builder();
    for (String name : names(object)) {
      weights.add(name, shape(object.get(name)), values(object.get(name)));
    }
    return weights.build();
  }
}
