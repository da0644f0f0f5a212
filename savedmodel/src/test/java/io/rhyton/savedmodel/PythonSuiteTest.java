package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import io.rhyton.training.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.tensorflow.ndarray.index.Index;
import org.tensorflow.ndarray.index.Indices;

/**
 * Java and Python read each other's models. Java writes the examples, one run of {@code suite.py}
 * checks them and writes models of its own, and Java reads those; the scripts say which files they
 * hand each other.
 */
@Tag("python")
class PythonSuiteTest {
  private static final int SAMPLES = 40;
  private static final float TOLERANCE = 1e-5f;

  @TempDir private static Path temporary;

  private static final List<PythonResult> RESULTS = new ArrayList<>();

  @BeforeAll
  static void runTheSuite() throws IOException, InterruptedException {
    Python python = Python.find();
    for (ExampleModel example : ExampleModel.values()) {
      handOver(example, Files.createDirectories(javaFolder(example)));
    }
    python.run("suite.py", temporary).forEach(line -> RESULTS.add(PythonResult.of(line)));
  }

  private static Path javaFolder(ExampleModel example) {
    return temporary.resolve("java").resolve(example.folderName());
  }

  /** Writes what {@code example.py} reads. */
  private static void handOver(ExampleModel example, Path folder) throws IOException {
    Shape shape = example.sample().prepend(SAMPLES);
    float[] samples = example.samples(SAMPLES);
    NpyFile.write(folder.resolve("inputs.npy"), shape, samples);
    try (Model model = example.compiled(3)) {
      SavedModel.write(model, folder.resolve("model"));
      writeWeights(model, folder);
      FloatNdArray outputs =
          model.predict(NdArrays.wrap(shape, DataBuffers.of(samples, true, false)));
      NpyFile.write(folder.resolve("outputs.npy"), outputs.shape(), values(outputs));
    }
  }

  private static void writeWeights(Model model, Path folder) throws IOException {
    Path values = Files.createDirectory(folder.resolve("weights"));
    Weights weights = model.weights();
    List<String> lines = new ArrayList<>();
    for (WeightSpec weight : model.spec().resolve().weights()) {
      String name = weight.name();
      NpyFile.write(
          values.resolve(lines.size() + ".npy"), weights.shape(name), weights.values(name));
      lines.add(name + " " + weight.trainable());
    }
    Files.write(folder.resolve("weights.txt"), lines);
  }

  private static float[] values(FloatNdArray array) {
    float[] values = new float[(int) array.size()];
    array.copyTo(NdArrays.wrap(array.shape(), DataBuffers.of(values, false, false)));
    return values;
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
  void everyExampleIsChecked() {
    assertThat(RESULTS)
        .extracting(PythonResult::model)
        .contains(
            Stream.of(ExampleModel.values()).map(ExampleModel::folderName).toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> javaTakesWhatPythonWrote() throws IOException {
    return SavedModelFolder.entries(temporary.resolve("python")).stream()
        .sorted()
        .flatMap(
            folder ->
                Stream.of(1, 3, SAMPLES)
                    .map(
                        size ->
                            dynamicTest(
                                folder.getFileName() + ", batches of " + size,
                                () -> assertPredictsAsPython(folder, size))));
  }

  private static void assertPredictsAsPython(Path folder, int size) throws IOException {
    Index start = Indices.sliceTo(size);
    FloatNdArray inputs = NpyFile.read(folder.resolve("inputs.npy")).slice(start);
    FloatNdArray expected = NpyFile.read(folder.resolve("outputs.npy")).slice(start);
    try (Predictor saved = SavedModel.read(folder.resolve("model"))) {
      FloatNdArray outputs = saved.predict(inputs);
      assertThat(outputs.shape()).isEqualTo(expected.shape());
      assertThat(values(outputs))
          .usingComparatorWithPrecision(TOLERANCE)
          .containsExactly(values(expected));
    }
  }

  @Test
  void pythonWroteEveryModel() throws IOException {
    assertThat(SavedModelFolder.entries(temporary.resolve("python")))
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyInAnyOrder(
            "dotted_names-saved-again",
            "dotted_names-trained",
            "every_layer-saved-again",
            "every_layer-trained",
            "keras-functional",
            "keras-image-to-image",
            "keras-sequential",
            "no_weights-saved-again",
            "sixty_layers-saved-again",
            "sixty_layers-trained",
            "vectors-saved-again",
            "vectors-trained");
  }
}
