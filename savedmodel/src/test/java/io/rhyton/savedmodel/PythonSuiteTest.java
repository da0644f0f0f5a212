package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rhyton.history.Scores;
import io.rhyton.inference.Predictor;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.weight.WeightSpec;
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
import java.util.Set;
import java.util.function.Predicate;
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
import org.tensorflow.ndarray.index.Index;
import org.tensorflow.ndarray.index.Indices;

/**
 * Java and Python read each other's models. Java writes the examples, one run of {@code suite.py}
 * checks them and writes its own models, and Java reads those; the scripts document the exchanged
 * files.
 */
@Tag("python")
class PythonSuiteTest {
  private static final int SAMPLES = 40;
  private static final float TOLERANCE = 1e-5f;

  /** The number of steps that either side continues training. */
  private static final int STEPS = 5;

  @TempDir private static Path temporary;

  private static final List<PythonResult> RESULTS = new ArrayList<>();

  @BeforeAll
  static void runTheSuite() throws IOException, InterruptedException {
    Python python = Python.find();
    for (ExampleModel example : ExampleModel.values()) {
      Shape shape = example.sample().prepend(SAMPLES);
      try (Model model = example.compiled(3)) {
        Path folder = javaFolder(example.folderName());
        SavedModel.write(model, folder.resolve("model"));
        handOver(model, shape, example.samples(SAMPLES), folder);
        if (!example.otherSample().equals(example.sample())) {
          handOverOtherSize(model, example.otherSample(), folder);
        }
      }
    }
    for (TrainingExample example : TrainingExample.values()) {
      Shape shape = example.sample().prepend(TrainingExample.SAMPLES);
      try (Model model = example.compiled()) {
        Path folder = javaFolder(example.folderName());
        SavedModel.write(model, folder.resolve("model"), SavedModel.withTraining());
        handOver(model, shape, example.samples(), folder);
        handOverTraining(example, model, folder);
      }
    }
    python.run("suite.py", temporary).forEach(line -> RESULTS.add(PythonResult.of(line)));
  }

  private static Path javaFolder(String example) throws IOException {
    return Files.createDirectories(temporary.resolve("java").resolve(example));
  }

  /** Writes the files that {@code example.py} reads for every model. */
  private static void handOver(Model model, Shape shape, float[] samples, Path folder)
      throws IOException {
    NpyFile.write(folder.resolve("inputs.npy"), shape, samples);
    writeWeights(model, Files.createDirectory(folder.resolve("weights")));
    writeOutputs(model, shape, samples, folder.resolve("outputs.npy"));
  }

  private static void handOverOtherSize(Model model, Shape sample, Path folder) throws IOException {
    Shape shape = sample.prepend(SAMPLES);
    float[] samples = ExampleModel.samples(SAMPLES, sample);
    NpyFile.write(folder.resolve("other-inputs.npy"), shape, samples);
    writeOutputs(model, shape, samples, folder.resolve("other-outputs.npy"));
  }

  private static void writeOutputs(Model model, Shape shape, float[] samples, Path file)
      throws IOException {
    FloatNdArray outputs =
        model.predict(NdArrays.wrap(shape, DataBuffers.of(samples, true, false)));
    NpyFile.write(file, outputs.shape(), ArrayValues.of(outputs));
  }

  /** Trains the model further, and writes the results. */
  private static void handOverTraining(TrainingExample example, Model model, Path folder)
      throws IOException {
    NpyFile.write(folder.resolve("labels.npy"), example.labelsShape(), example.labels());
    writeOptimizer(model, Files.createDirectory(folder.resolve("optimizer")));
    List<String> scores = new ArrayList<>();
    scores.add(line(model.evaluate(example.data(), TrainingExample.SAMPLES)));
    for (int step = 0; step < STEPS; step++) {
      scores.add(line(model.trainOnBatch(example.data())));
    }
    Files.write(folder.resolve("scores.txt"), scores);
    writeWeights(model, Files.createDirectory(folder.resolve("trained-weights")));
    writeOptimizer(model, Files.createDirectory(folder.resolve("trained-optimizer")));
  }

  private static String line(Scores scores) {
    return scores.values().entrySet().stream()
        .map(score -> score.getKey() + " " + score.getValue())
        .collect(Collectors.joining(" "));
  }

  private static void writeOptimizer(Model model, Path folder) throws IOException {
    OptimizerState state = model.optimizerState();
    Weights.Builder values =
        Weights.builder()
            .add("optimizer/iteration", Shape.scalar(), new float[] {state.iteration()})
            .add("optimizer/learning_rate", Shape.scalar(), new float[] {state.learningRate()});
    for (String slot : state.slots().names()) {
      values.add(slot, state.slots().shape(slot), state.slots().values(slot));
    }
    write(values.build(), name -> false, folder);
  }

  private static void writeWeights(Model model, Path folder) throws IOException {
    Set<String> trainable =
        model.spec().resolve().weights().stream()
            .filter(WeightSpec::trainable)
            .map(WeightSpec::name)
            .collect(Collectors.toSet());
    write(model.weights(), trainable::contains, folder);
  }

  private static void write(Weights values, Predicate<String> trainable, Path folder)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : values.names()) {
      NpyFile.write(folder.resolve(lines.size() + ".npy"), values.shape(name), values.values(name));
      lines.add(name + " " + trainable.test(name));
    }
    Files.write(folder.resolve("names.txt"), lines);
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
            Stream.of(ExampleModel.values()).map(ExampleModel::folderName).toArray(String[]::new))
        .contains(
            Stream.of(TrainingExample.values())
                .map(TrainingExample::folderName)
                .toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> javaTakesWhatPythonWrote() throws IOException {
    return SavedModelFolder.entries(temporary.resolve("python")).stream()
        .sorted()
        .flatMap(
            folder ->
                Stream.of(1, 3, TrainingExample.SAMPLES)
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
      assertThat(ArrayValues.of(outputs))
          .usingComparatorWithPrecision(TOLERANCE)
          .containsExactly(ArrayValues.of(expected));
    }
  }

  @TestFactory
  Stream<DynamicTest> javaReadsTheVariablesThatKerasExported() {
    return Stream.of("keras-functional", "keras-image-to-image", "keras-sequential")
        .map(
            name -> dynamicTest(name, () -> assertHasWeights(temporary.resolve("python/" + name))));
  }

  private static void assertHasWeights(Path folder) throws IOException {
    List<SavedVariable> variables = SavedModel.readVariables(folder.resolve("model")).list();
    Path weights = folder.resolve("weights");
    assertThat(variables).hasSameSizeAs(SavedModelFolder.entries(weights));
    for (int i = 0; i < variables.size(); i++) {
      FloatNdArray expected = NpyFile.read(weights.resolve(i + ".npy"));
      assertThat(variables.get(i).shape()).isEqualTo(expected.shape());
      assertThat(variables.get(i).values()).isEqualTo(ArrayValues.of(expected));
    }
  }

  /** Python trained such a model, saved it again, and trained further; Java does the same. */
  @TestFactory
  Stream<DynamicTest> javaTrainsModelsFurtherThatPythonSavedAgain() {
    return Stream.of(TrainingExample.values())
        .map(
            example ->
                dynamicTest(
                    example.folderName(),
                    () ->
                        assertTrainsAsPython(
                            example,
                            temporary
                                .resolve("python")
                                .resolve(example.folderName() + "-trained-on"))));
  }

  private static void assertTrainsAsPython(TrainingExample example, Path folder)
      throws IOException {
    try (TrainableModel model = SavedModel.readTrainable(folder.resolve("model"))) {
      for (int step = 0; step < STEPS; step++) {
        model.trainOnBatch(example.data());
      }
      assertThat(ArrayValues.of(model.predict(example.data())))
          .usingComparatorWithPrecision(TOLERANCE)
          .containsExactly(ArrayValues.of(NpyFile.read(folder.resolve("trained-outputs.npy"))));
    }
  }

  @Test
  void pythonWroteEveryModel() throws IOException {
    assertThat(SavedModelFolder.entries(temporary.resolve("python")))
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyInAnyOrder(
            "any_size-saved-again",
            "any_size-trained",
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
            "trainable_averages-saved-again",
            "trainable_averages-trained",
            "trainable_averages-trained-on",
            "trainable_class_indices-saved-again",
            "trainable_class_indices-trained",
            "trainable_class_indices-trained-on",
            "trainable_nesterov-saved-again",
            "trainable_nesterov-trained",
            "trainable_nesterov-trained-on",
            "trainable_seeded_dropout-saved-again",
            "trainable_seeded_dropout-trained",
            "trainable_seeded_dropout-trained-on",
            "trainable_two_metrics-saved-again",
            "trainable_two_metrics-trained",
            "trainable_two_metrics-trained-on",
            "vectors-saved-again",
            "vectors-trained");
  }
}
