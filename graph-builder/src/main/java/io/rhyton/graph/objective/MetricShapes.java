package io.rhyton.graph.objective;

import io.rhyton.error.SpecException;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** What a model's output must be for a metric. */
final class MetricShapes {
  private MetricShapes() {}

  private static SpecException unfit(String metric, String expected, Shape output, String fix) {
    return new SpecException("Metric '" + metric + "'", expected, ShapeText.of(output), fix);
  }

  private static long last(Shape output) {
    return output.get(output.numDimensions() - 1);
  }

  static void requireClass(String metric, int classId, Shape output) {
    if (output.numDimensions() < 2 || classId >= last(output)) {
      throw unfit(
          metric,
          "a model output with a class " + classId,
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

  /** Returns the number of outputs of a model that puts out rows. */
  static int requireRows(String metric, Shape output) {
    if (output.numDimensions() != 2) {
      throw unfit(
          metric,
          "a model output [batch, outputs]",
          output,
          "End the model with Flatten or a pooling of the whole, or use another metric.");
    }
    return (int) last(output);
  }

  /** Checks that labels and predictions have as many class numbers. */
  static void requireNumbers(String metric, boolean fit, Shape output) {
    if (!fit) {
      throw unfit(
          metric,
          "as many predicted class numbers as labels",
          output,
          "Set sparseYPred to false for outputs that are one value a class.");
    }
  }
}
