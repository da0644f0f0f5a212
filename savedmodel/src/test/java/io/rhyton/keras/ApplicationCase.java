package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.data.Dataset;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.ndarray.FloatNdArray;

/**
 * A model that {@code applications.py} wrote, with what Keras predicts and one training step of it.
 *
 * @param folder where it is
 */
record ApplicationCase(Path folder) {
  /** Of the change of all weights: an array that changes less than that is mostly rounding. */
  private static final double FAINT = 1e-3;

  /**
   * Compares everything with Keras, and writes the model back for Keras to open.
   *
   * @return the differences by their names in the result file: of predictions relative to the
   *     largest output, of a training step relative to the change of the weights
   */
  Map<String, Double> differences() throws IOException {
    Map<String, Double> differences = new LinkedHashMap<>();
    KerasModel keras = KerasFile.read(folder.resolve("model.keras"));
    ModelSpec spec = keras.spec();
    Weights weights = keras.requireWeights();
    differences.put("keras", predictions(spec, weights, "inputs", "outputs"));
    long pointers = Pointer.totalCount();
    if (Files.exists(folder.resolve("other-inputs.npy"))) {
      differences.put("other_size", predictions(spec, weights, "other-inputs", "other-outputs"));
    }
    assertOtherFormatsAreEqual(keras);
    Path keras2 = folder.resolve("keras2.h5");
    if (Files.exists(keras2)) {
      Weights published = KerasWeights.read(spec, keras2);
      differences.put("keras2_h5", predictions(spec, published, "inputs", "keras2-outputs"));
    }
    if (Files.exists(folder.resolve("loss.txt"))) {
      addStep(differences, keras);
    }
    KerasFile.write(keras, folder.resolve("java.keras"));
    SavedModel.write(spec, weights, folder.resolve("java-saved-model"));
    assertThat(Pointer.totalCount()).as("native memory").isEqualTo(pointers);
    return differences;
  }

  private void assertOtherFormatsAreEqual(KerasModel keras) {
    KerasModel legacy = KerasFile.read(folder.resolve("model.h5"));
    assertThat(legacy.spec()).isEqualTo(keras.spec());
    assertEqual(legacy.requireWeights(), keras.requireWeights());
    ModelSpec spec = KerasFile.read(folder.resolve("config.json")).spec();
    assertThat(spec).isEqualTo(keras.spec());
    assertEqual(
        KerasWeights.read(spec, folder.resolve("model.weights.h5")), keras.requireWeights());
  }

  private static void assertEqual(Weights read, Weights expected) {
    assertThat(read.names()).isEqualTo(expected.names());
    for (String name : expected.names()) {
      assertThat(Arrays.equals(read.values(name), expected.values(name))).as(name).isTrue();
    }
  }

  private double predictions(ModelSpec spec, Weights weights, String inputs, String outputs)
      throws IOException {
    float[] expected = values(outputs);
    try (Predictor predictor = Model.predictor(spec, weights)) {
      return off(ArrayValues.of(predictor.predict(array(inputs))), expected) / largest(expected);
    }
  }

  /** Compares a training step: the loss, and the change of each weight. */
  private void addStep(Map<String, Double> differences, KerasModel keras) throws IOException {
    double loss = Double.parseDouble(Files.readString(folder.resolve("loss.txt")));
    try (Model model = keras.compile()) {
      Weights before = model.weights();
      Scores scores = model.trainOnBatch(batch());
      Weights after = model.weights();
      differences.put("loss", Math.abs(scores.loss() - loss) / Math.abs(loss));
      addChanges(differences, before, after);
    }
  }

  private void addChanges(Map<String, Double> differences, Weights before, Weights after)
      throws IOException {
    List<double[]> lengths = new ArrayList<>();
    for (String name : after.names()) {
      float[] expected = values("after-" + lengths.size());
      lengths.add(
          new double[] {
            distance(after.values(name), expected), distance(before.values(name), expected)
          });
    }
    assertThat(folder.resolve("after-" + lengths.size() + ".npy")).doesNotExist();
    double off = Math.sqrt(lengths.stream().mapToDouble(each -> each[0] * each[0]).sum());
    double change = Math.sqrt(lengths.stream().mapToDouble(each -> each[1] * each[1]).sum());
    differences.put("step", off / change);
    differences.put(
        "step_worst",
        lengths.stream()
            .mapToDouble(each -> each[0] / Math.max(each[1], FAINT * change))
            .max()
            .orElse(0));
  }

  private Dataset batch() throws IOException {
    FloatNdArray inputs = array("inputs");
    FloatNdArray labels = array("labels");
    return Dataset.zip(
        Dataset.samples(inputs.shape().tail(), ArrayValues.of(inputs)),
        Dataset.targets(labels.shape().tail(), ArrayValues.of(labels)));
  }

  private float[] values(String name) throws IOException {
    return ArrayValues.of(array(name));
  }

  private FloatNdArray array(String name) throws IOException {
    return NpyFile.read(folder.resolve(name + ".npy"));
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

  private static double distance(float[] ours, float[] theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    double sum = 0;
    for (int i = 0; i < ours.length; i++) {
      sum += Math.pow((double) ours[i] - theirs[i], 2);
    }
    return Math.sqrt(sum);
  }

  private static double largest(float[] values) {
    return off(values, new float[values.length]);
  }
}
