package io.rhyton.inference;

import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/** Converts the arguments and results of a predictor, and checks them. */
final class PredictorArguments {
  private PredictorArguments() {}

  /** The shape of the only input or output. */
  static Shape only(Predictor predictor, String what, Map<String, Shape> shapes) {
    if (shapes.size() != 1) {
      throw new IllegalStateException(
          predictor.displayName()
              + " has "
              + shapes.size()
              + " "
              + what
              + "s, "
              + MessageText.list(shapes.keySet())
              + "; call predict with a list or a map of them, or predictAll with a data set");
    }
    return shapes.values().iterator().next();
  }

  /** A batch of one sample. */
  static FloatNdArray batch(Predictor predictor, Shape input, float[] sample) {
    Shape shape = input.tail();
    if (shape.hasUnknownDimension() || sample.length != shape.size()) {
      throw new IllegalArgumentException(
          predictor.displayName()
              + " takes samples of "
              + ShapeText.of(shape)
              + ", got "
              + sample.length
              + " values");
    }
    return NdArrays.wrap(shape.prepend(1), DataBuffers.of(sample, true, false));
  }

  /** Copies the values of an array, in row-major order. */
  static float[] values(FloatNdArray array) {
    float[] values = new float[Math.toIntExact(array.shape().size())];
    array.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  /** The batch of each input by name. */
  static Map<String, FloatNdArray> named(Predictor predictor, List<FloatNdArray> batches) {
    Map<String, Shape> inputs = predictor.inputShapes();
    if (batches.size() != inputs.size()) {
      throw new IllegalArgumentException(
          predictor.displayName()
              + " takes inputs "
              + MessageText.list(inputs.keySet())
              + ", got "
              + batches.size());
    }
    Map<String, FloatNdArray> named = new LinkedHashMap<>();
    inputs.keySet().forEach(input -> named.put(input, batches.get(named.size())));
    return named;
  }
}
