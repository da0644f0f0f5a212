package io.rhyton.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rhyton.file.Folders;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.weight.Weights;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.python.Python;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The applications have the configurations of Keras's in both directions, and with weights that
 * Keras wrote they predict the same. Keras's models are made by its own constructors, in {@code
 * application_builders.py}.
 *
 * <p>{@code -Drhyton.application.builders=all} compares every case of {@code
 * application-builders.txt}, {@code -Drhyton.application.builders="DenseNet121;VGG16 classes=10"}
 * some.
 */
@Tag("python")
class ApplicationBuildersPythonTest {
  private static final String CHOSEN =
      System.getProperty(
          "rhyton.application.builders",
          "MobileNetV2 alpha=0.35 input_shape=96,97,3 classes=10;"
              + "MobileNetV3Small alpha=0.5 include_top=False pooling=avg");

  /** Some hundred megabytes per model are deleted after as many. */
  private static final int BATCH = 2;

  /** Of the largest output. */
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path temporary;

  /** Of the models for the weights of ImageNet, only EfficientNets differ from others. */
  private static List<String> cases() {
    if (!CHOSEN.equals("all")) {
      return List.of(CHOSEN.split(";", -1));
    }
    return ApplicationBuildersTest.cases()
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .filter(text -> !text.contains("weights=imagenet") || text.startsWith("EfficientNetB"))
        .toList();
  }

  /** One test for each batch, so that a long run reports what it has compared. */
  @TestFactory
  Stream<DynamicTest> modelsAreThoseOfKeras() {
    List<String> cases = cases();
    return IntStream.iterate(0, first -> first < cases.size(), first -> first + BATCH)
        .mapToObj(first -> cases.subList(first, Math.min(first + BATCH, cases.size())))
        .map(batch -> dynamicTest(String.join("; ", batch), () -> assertThoseOfKeras(batch)));
  }

  private void assertThoseOfKeras(List<String> batch) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(temporary, "batch");
    Python python = Python.find();
    python.run("application_builders.py", folder, Map.of(), arguments("models", batch));
    List<String> differences = new ArrayList<>();
    for (int number = 0; number < batch.size(); number++) {
      String text = batch.get(number);
      differences.addAll(differences(text, folder.resolve(Integer.toString(number))));
    }
    differences.addAll(
        python.run("application_builders.py", folder, Map.of(), arguments("compare", batch)));
    Folders.delete(folder);
    assertThat(differences).filteredOn(line -> !line.isEmpty()).isEmpty();
  }

  private static String[] arguments(String action, List<String> cases) {
    List<String> arguments = new ArrayList<>(List.of(action));
    arguments.addAll(cases);
    return arguments.toArray(String[]::new);
  }

  /** Compares with what Python wrote, and writes {@code java.keras} for it. */
  private static List<String> differences(String text, Path folder) throws IOException {
    List<String> differences = new ArrayList<>();
    ModelSpec spec = BuilderCase.parse(text).build();
    ModelSpec read = KerasFile.read(folder.resolve("config.json")).spec();
    if (!read.equals(spec)) {
      differences.add(text + ": " + firstDifference(spec, read));
    }
    float[] expected = ArrayValues.of(NpyFile.read(folder.resolve("output.npy")));
    for (String file : List.of("model.weights.h5", "legacy.h5")) {
      Weights weights = KerasWeights.read(spec, folder.resolve(file));
      try (Predictor predictor = Model.predictor(spec, weights)) {
        float[] actual =
            ArrayValues.of(predictor.predict(NpyFile.read(folder.resolve("input.npy"))));
        double off = off(actual, expected);
        if (!(off <= TOLERANCE * off(new float[expected.length], expected))) {
          differences.add(text + ", " + file + ": predictions are off by " + off);
        }
      }
      KerasFile.write(spec, weights, folder.resolve("java.keras"));
    }
    return differences;
  }

  private static String firstDifference(ModelSpec spec, ModelSpec read) {
    for (int i = 0; i < Math.min(spec.layers().size(), read.layers().size()); i++) {
      if (!spec.layers().get(i).equals(read.layers().get(i))) {
        return spec.layers().get(i) + " instead of " + read.layers().get(i);
      }
    }
    return "other layers, or another name, " + spec.name() + " instead of " + read.name();
  }

  private static double off(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double most = 0;
    for (int i = 0; i < actual.length; i++) {
      double off = Math.abs((double) actual[i] - expected[i]);
      most = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(most, off);
    }
    return most;
  }
}
