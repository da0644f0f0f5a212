package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Column;
import io.rhyton.data.Dataset;
import io.rhyton.data.InputColumn;
import io.rhyton.data.LabelColumn;
import io.rhyton.keras.model.ConfigWriter;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;

/**
 * Models are exchanged between Java and Keras in both directions and trained further, for every
 * version of Keras that {@code setup.sh} installed. {@code keras_file_suite.py} is the Python half.
 */
@Tag("python")
class KerasVersionsTest {
  private static final int HALF = 20;
  private static final float EXACT = 1e-5f;
  private static final float FAR = 1e-4f;

  @TempDir private static Path temporary;

  private static final Map<String, List<PythonResult>> RESULTS = new LinkedHashMap<>();

  @BeforeAll
  static void runTheSuite() throws IOException, InterruptedException {
    Python python = Python.find();
    Path java = temporary.resolve("java");
    for (KerasExample example : KerasExample.values()) {
      handOver(example, Files.createDirectories(java.resolve(example.fileName())));
    }
    List<Path> versions = new ArrayList<>(List.of(Path.of("")));
    versions.addAll(Python.otherVersionsOf("keras"));
    for (Path version : versions) {
      Map<String, String> environment = Map.of("PYTHONPATH", version.toString());
      RESULTS.put(
          version.toString().isEmpty() ? "installed" : version.getFileName().toString(),
          python.run("keras_file_suite.py", temporary, environment).stream()
              .map(PythonResult::of)
              .toList());
    }
  }

  /** Writes the files that {@code keras_file_example.py} reads. */
  private static void handOver(KerasExample example, Path folder) throws IOException {
    writeBatches(example, folder);
    Files.writeString(folder.resolve("summary.txt"), example.spec().summary());
    Files.writeString(folder.resolve("since.txt"), example.since().text());
    Files.write(folder.resolve("config.json"), ConfigWriter.write(example.spec(), null));
    try (Model model = example.compiled()) {
      KerasFile.write(model, folder.resolve("start.keras"));
      train(model, example, 0, HALF);
      KerasFile.write(model, folder.resolve("model.keras"));
      KerasWeights.write(model, folder.resolve("alone.weights.h5"));
      writeWeights(model, folder.resolve("weights-" + HALF));
      int number = 0;
      for (FloatNdArray outputs : model.predict(inputs(example, 0))) {
        NpyFile.write(
            folder.resolve("outputs-" + number++ + ".npy"),
            outputs.shape(),
            ArrayValues.of(outputs));
      }
      Files.write(folder.resolve("scores.txt"), model.evaluate(example.batch(0)).values().keySet());
      train(model, example, HALF, HALF + 1);
      writeWeights(model, folder.resolve("weights-" + (HALF + 1)));
      train(model, example, HALF + 1, 2 * HALF);
      writeWeights(model, folder.resolve("weights-" + 2 * HALF));
    }
  }

  private static void writeBatches(KerasExample example, Path folder) throws IOException {
    Dataset first = example.batch(0);
    for (int part = 0; part < first.inputs().size(); part++) {
      int place = part;
      Path file = folder.resolve("inputs-" + part + ".npy");
      writeSteps(file, step -> samples(example.batch(step).inputs().get(place)));
    }
    for (int part = 0; part < first.labels().size(); part++) {
      int place = part;
      Path file = folder.resolve("labels-" + part + ".npy");
      writeSteps(file, step -> labels(example.batch(step).labels().get(place)));
    }
  }

  private static void writeSteps(Path file, IntFunction<FloatNdArray> batch) throws IOException {
    Shape shape = batch.apply(0).shape();
    float[] all = new float[2 * HALF * (int) shape.size()];
    for (int step = 0; step < 2 * HALF; step++) {
      float[] values = ArrayValues.of(batch.apply(step));
      System.arraycopy(values, 0, all, step * values.length, values.length);
    }
    NpyFile.write(file, shape.prepend(2 * HALF), all);
  }

  private static List<FloatNdArray> inputs(KerasExample example, int step) {
    return example.batch(step).inputs().stream().map(KerasVersionsTest::samples).toList();
  }

  private static FloatNdArray samples(InputColumn inputs) {
    return NdArrays.wrap(inputs.shape().prepend(inputs.size()), values(inputs));
  }

  private static FloatNdArray labels(LabelColumn labels) {
    return NdArrays.wrap(Shape.of(labels.size(), labels.shape().size()), values(labels));
  }

  private static FloatDataBuffer values(Column column) {
    int width = (int) column.shape().size();
    float[] values = new float[column.size() * width];
    for (int i = 0; i < column.size(); i++) {
      column.copy(i, values, i * width);
    }
    return DataBuffers.of(values, true, false);
  }

  private static void train(Model model, KerasExample example, int from, int to) {
    for (int step = from; step < to; step++) {
      model.trainOnBatch(example.batch(step));
    }
  }

  private static void writeWeights(Model model, Path folder) throws IOException {
    Files.createDirectory(folder);
    Weights weights = model.weights();
    int number = 0;
    for (String name : weights.names()) {
      NpyFile.write(folder.resolve(number++ + ".npy"), weights.shape(name), weights.values(name));
    }
  }

  @TestFactory
  Stream<DynamicTest> kerasOpensWhatJavaWrote() {
    return RESULTS.entrySet().stream()
        .flatMap(
            version ->
                version.getValue().stream()
                    .map(
                        result ->
                            dynamicTest(
                                version.getKey() + ": " + result.displayName(),
                                () -> assertThat(result.error()).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> javaResumesTrainingWhereKerasStopped() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path version : entries(temporary.resolve("python"))) {
      for (KerasExample example : KerasExample.values()) {
        String keras = version.getFileName().toString();
        Path folder = version.resolve(example.fileName());
        if (example.since().trainsOtherwise(keras)) {
          String name = keras + ": " + example.fileName() + ", but " + example.since().why();
          tests.add(dynamicTest(name, () -> assertRead(example, folder)));
        } else {
          String name = keras + ": " + example.fileName();
          tests.add(dynamicTest(name, () -> assertGoesOn(example, folder)));
        }
      }
    }
    assertThat(tests).hasSize(RESULTS.size() * KerasExample.values().length);
    return tests.stream();
  }

  private static void assertRead(KerasExample example, Path folder) throws IOException {
    try (Model model = read(example, folder)) {
      assertPredicts(model, example, folder);
    }
  }

  @MustBeClosed
  private static Model read(KerasExample example, Path folder) {
    KerasModel read = KerasFile.read(folder.resolve("model.keras"));
    assertThat(read.spec()).isEqualTo(example.spec());
    assertThat(read.optimizerState())
        .hasValueSatisfying(state -> assertThat(state.iteration()).isEqualTo(HALF));
    assertThat(KerasFile.read(folder.resolve("config.json")).spec()).isEqualTo(read.spec());
    assertThat(KerasWeights.read(read.spec(), folder.resolve("alone.weights.h5")))
        .isEqualTo(read.requireWeights());
    Path legacy = folder.resolve("model.h5");
    if (Files.exists(legacy)) {
      KerasModel same = KerasFile.read(legacy);
      assertThat(same.spec()).isEqualTo(read.spec());
      assertThat(same.weights()).isEqualTo(read.weights());
      assertThat(same.optimizerState()).isEqualTo(read.optimizerState());
    }
    return read.compile();
  }

  private static void assertPredicts(Model model, KerasExample example, Path folder)
      throws IOException {
    int number = 0;
    for (FloatNdArray outputs : model.predict(inputs(example, 0))) {
      Path expected = folder.resolve("outputs-" + number++ + ".npy");
      assertNear("outputs", ArrayValues.of(outputs), ArrayValues.of(NpyFile.read(expected)), EXACT);
    }
  }

  private static void assertGoesOn(KerasExample example, Path folder) throws IOException {
    try (Model model = read(example, folder)) {
      assertPredicts(model, example, folder);
      train(model, example, HALF, 2 * HALF);
      Weights weights = model.weights();
      int number = 0;
      for (String name : weights.names()) {
        Path expected = folder.resolve("weights-" + 2 * HALF).resolve(number++ + ".npy");
        assertNear(name, weights.values(name), ArrayValues.of(NpyFile.read(expected)), FAR);
      }
    }
  }

  /** Asserts that no value differs by more than a fraction of the largest. */
  private static void assertNear(String what, float[] actual, float[] expected, float tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    float scale = 1e-3f;
    for (float value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / scale)
          .as("%s, at %s: %s instead of %s", what, i, actual[i], expected[i])
          .isLessThanOrEqualTo(tolerance);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
