package io.rhyton.graph.objective;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** Checks that the output of a model has the shape that a metric requires. */
final class MetricShapes {
  private MetricShapes() {}

  private static SpecException unfit(String metric, String expected, Shape output, String fix) {
    return new SpecException(
        "Metric " + MessageText.name(metric), expected, ShapeText.of(output), fix);
  }

  private static long last(Shape output) {
    return output.get(output.numDimensions() - 1);
  }

  static void requireClass(String metric, int classId, Shape output) {
    if (output.numDimensions() < 2 || classId >= last(output)) {
      throw unfit(
          metric,
          "a model output with class " + classId,
          output,
          "Choose another classId, or give the model more outputs.");
    }
  }

  static void requireAtLeast(String metric, int outputs, Shape output) {
    if (outputs > last(output)) {
      throw unfit(
          metric,
          "a model output of at least " + outputs + " values",
          output,
          "Choose a smaller topK, or give the model more outputs.");
    }
  }

  /** Returns the number of units of an output {@code [batch, outputs]}. */
  static int requireRows(String metric, Shape output) {
    if (output.numDimensions() != 2) {
      throw unfit(
          metric,
          "a model output [batch, outputs]",
          output,
          "End the model with Flatten or global pooling, or use another metric.");
    }
    return (int) last(output);
  }

  /** Checks that there is one predicted class index per label. */
  static void requireNumbers(String metric, boolean fit, Shape output) {
    if (!fit) {
      throw unfit(
          metric,
          "one predicted class index per label",
          output,
          "Set sparseYPred to false for outputs with one value per class.");
    }
  }
}
