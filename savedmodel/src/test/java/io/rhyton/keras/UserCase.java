package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.history.Scores;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.FloatNdArray;

/**
 * A model that {@code user_models.py} wrote, with what Keras predicts and one training step of it.
 *
 * @param folder where it is
 * @param isKeras2 whether Keras 2 wrote it
 */
record UserCase(Path folder, boolean isKeras2) {
  /** Of the largest output. */
  private static final double FORWARD = 1e-5;

  /** Of the largest change of a weight array in the step. */
  private static final double STEP = 1e-3;

  /**
   * Of the largest change of any weight in the step. The gradient of a bias before a batch
   * normalization is 0, and what is computed of it is only rounding.
   */
  private static final double NOISE = 5e-5;

  /** Of the largest weight: what float32 cannot tell apart after a few sums. */
  private static final double ROUNDING = 1e-6;

  /** What differs first, or nothing. */
  String difference(String file) throws IOException {
    List<FloatNdArray> inputs = arrays("inputs-");
    float[] outputs = ArrayValues.of(NpyFile.read(folder.resolve("outputs.npy")));
    try (Model model =
        KerasFile.read(folder.resolve(file)).compile(Execution.defaults().threads(1))) {
      float[] predicted = ArrayValues.of(model.predict(inputs).get(0));
      if (!(off(predicted, outputs) <= FORWARD * largest(outputs))) {
        return "predictions are off by " + off(predicted, outputs);
      }
      List<FloatNdArray> others = arrays("other-inputs-");
      if (!others.isEmpty()) {
        float[] expected = ArrayValues.of(NpyFile.read(folder.resolve("other-outputs.npy")));
        double off = off(ArrayValues.of(model.predict(others).get(0)), expected);
        if (!(off <= FORWARD * largest(expected))) {
          return "predictions at another size are off by " + off;
        }
      }
      if (!Files.exists(folder.resolve("loss.txt"))) {
        return "";
      }
      double loss = Double.parseDouble(Files.readString(folder.resolve("loss.txt")));
      Weights before = model.weights();
      Scores scores = model.trainOnBatch(batch(inputs));
      if (!(Math.abs(scores.loss() - loss) <= 1e-5 * Math.max(1, Math.abs(loss)))) {
        return "the loss is " + scores.loss() + ", in Keras " + loss;
      }
      return difference(before, model.weights());
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private List<FloatNdArray> arrays(String name) throws IOException {
    List<FloatNdArray> arrays = new ArrayList<>();
    while (Files.exists(folder.resolve(name + arrays.size() + ".npy"))) {
      arrays.add(NpyFile.read(folder.resolve(name + arrays.size() + ".npy")));
    }
    return arrays;
  }

  private String difference(Weights before, Weights after) throws IOException {
    List<FloatNdArray> all = arrays("after-");
    if (all.size() != after.names().size()) {
      return "there are %s weights, in Keras %s".formatted(after.names().size(), all.size());
    }
    double largest = 0;
    int number = 0;
    for (String name : after.names()) {
      largest = Math.max(largest, off(ArrayValues.of(all.get(number++)), before.values(name)));
    }
    number = 0;
    for (String name : after.names()) {
      float[] start = before.values(name);
      float[] expected = ArrayValues.of(all.get(number++));
      double bound =
          Math.max(STEP * off(expected, start) + ROUNDING * largest(expected), NOISE * largest);
      if (isKeras2 && name.endsWith("moving_variance")) {
        // Keras 2 divides by n - 1, Keras 3 and Rhyton by n.
        bound += 0.05 * off(expected, start);
      }
      if (!(off(after.values(name), expected) <= bound)) {
        return "%s is off by %s after a step that changes it by %s"
            .formatted(name, off(after.values(name), expected), off(expected, start));
      }
    }
    return "";
  }

  private Dataset batch(List<FloatNdArray> inputs) throws IOException {
    List<Dataset> parts = new ArrayList<>();
    for (FloatNdArray input : inputs) {
      parts.add(Dataset.samples(input.shape().tail(), ArrayValues.of(input)));
    }
    FloatNdArray labels = NpyFile.read(folder.resolve("labels.npy"));
    parts.add(Dataset.targets(labels.shape().tail(), ArrayValues.of(labels)));
    return Dataset.zip(parts.toArray(Dataset[]::new));
  }

  private static double off(float[] ours, float[] theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    double most = 0;
    for (int i = 0; i < ours.length; i++) {
      double off = Math.abs((double) ours[i] - theirs[i]);
      most = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(most, off);
    }
    return most;
  }

  private static double largest(float[] values) {
    return off(values, new float[values.length]);
  }
}
