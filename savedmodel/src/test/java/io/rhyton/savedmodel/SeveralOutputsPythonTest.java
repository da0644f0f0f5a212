package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rhyton.data.Dataset;
import io.rhyton.data.LabelColumn;
import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.python.Python;
import io.rhyton.python.PythonResult;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * Models with several inputs and outputs are exchanged with Python. {@code several_suite.py} is the
 * Python half, and documents the exchanged files.
 */
@Tag("python")
class SeveralOutputsPythonTest {
  private static final float TOLERANCE = 1e-5f;
  private static final int STEPS = 5;

  @TempDir private static Path temporary;

  private static final List<PythonResult> RESULTS = new ArrayList<>();

  @BeforeAll
  static void runTheSuite() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(temporary.resolve("java"));
    try (Model model = SeveralTensors.compiled(SeveralTensors.BOTH)) {
      SavedModel.write(model, folder.resolve("model"), SavedModel.withTraining());
      write(folder, "inputs", SeveralTensors.batches());
      write(folder, "labels", labels());
      write(folder, "outputs", model.predict(SeveralTensors.batches()));
      List<String> scores = new ArrayList<>();
      scores.add(line(model.evaluate(data())));
      for (int step = 0; step < STEPS; step++) {
        scores.add(line(model.trainOnBatch(data())));
      }
      Files.write(folder.resolve("scores.txt"), scores);
      Weights weights = model.weights();
      List<FloatNdArray> arrays = new ArrayList<>();
      for (String name : weights.names()) {
        arrays.add(weights.get(name));
      }
      write(Files.createDirectory(folder.resolve("trained-weights")), "weight", arrays);
    }
    Python.find()
        .run("several_suite.py", temporary)
        .forEach(line -> RESULTS.add(PythonResult.of(line)));
  }

  private static Dataset data() {
    return SeveralTensors.data(SeveralTensors.BOTH);
  }

  private static List<FloatNdArray> labels() {
    List<FloatNdArray> labels = new ArrayList<>();
    for (LabelColumn each : data().labels()) {
      int width = (int) each.shape().size();
      float[] values = new float[each.size() * width];
      for (int i = 0; i < each.size(); i++) {
        each.copy(i, values, i * width);
      }
      Shape shape = each.shape().prepend(each.size());
      labels.add(NdArrays.wrap(shape, DataBuffers.of(values, false, false)));
    }
    return labels;
  }

  private static void write(Path folder, String name, List<FloatNdArray> arrays)
      throws IOException {
    for (int i = 0; i < arrays.size(); i++) {
      FloatNdArray array = arrays.get(i);
      NpyFile.write(folder.resolve(name + "-" + i + ".npy"), array.shape(), ArrayValues.of(array));
    }
  }

  private static List<FloatNdArray> read(Path folder, String name, int count) throws IOException {
    List<FloatNdArray> arrays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arrays.add(NpyFile.read(folder.resolve(name + "-" + i + ".npy")));
    }
    return arrays;
  }

  private static String line(Scores scores) {
    return scores.values().entrySet().stream()
        .map(score -> score.getKey() + " " + score.getValue())
        .collect(Collectors.joining(" "));
  }

  @TestFactory
  Stream<DynamicTest> pythonTakesWhatJavaWrote() {
    return RESULTS.stream()
        .map(
            result ->
                dynamicTest(
                    result.displayName(),
                    () -> assertThat(result.error()).as(result.displayName()).isEmpty()));
  }

  @Test
  void javaReadsKerasExports() throws IOException {
    Path folder = temporary.resolve("python/keras");
    try (Predictor read = SavedModel.read(folder.resolve("model"))) {
      assertThat(read.inputShapes().keySet()).containsExactly("z", "a");
      assertThat(read.outputShapes().keySet()).containsExactly("output_0", "output_1");
      assertClose(read.predict(read(folder, "inputs", 2)), read(folder, "outputs", 2));
    }
  }

  @Test
  void javaTrainsAModelFurtherThatPythonSavedAgain() throws IOException {
    Path folder = temporary.resolve("python/trained-on");
    try (TrainableModel read = SavedModel.readTrainable(folder.resolve("model"))) {
      assertThat(read.inputShapes().keySet()).containsExactly("view", "hint");
      assertClose(read.predict(SeveralTensors.batches()), read(folder, "outputs", 2));
      for (int step = 0; step < STEPS; step++) {
        read.trainOnBatch(data());
      }
      assertClose(read.predict(SeveralTensors.batches()), read(folder, "trained", 2));
    }
  }

  private static void assertClose(List<FloatNdArray> actual, List<FloatNdArray> expected) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).shape()).isEqualTo(expected.get(i).shape());
      assertThat(ArrayValues.of(actual.get(i)))
          .usingComparatorWithPrecision(TOLERANCE)
          .containsExactly(ArrayValues.of(expected.get(i)));
    }
  }
}
