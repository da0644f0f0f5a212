package io.rhyton.artifact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.data.csv.CsvFile;
import io.rhyton.data.image.ImageFolder;
import io.rhyton.data.tfrecord.TFRecord;
import io.rhyton.datasets.Cifar10;
import io.rhyton.error.ModelException;
import io.rhyton.history.History;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.Weights;
import io.rhyton.pretrained.ImageNetClasses;
import io.rhyton.savedmodel.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** A named pipe that nobody writes to, and a link to a device without an end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {
  private static final Path ENDLESS = Path.of("/dev/zero");

  /** Reads a file of a given name in a folder. */
  @FunctionalInterface
  private interface Reading {
    void read(Path folder) throws IOException;
  }

  @TempDir private Path folder;

  @BeforeAll
  static void requireDevices() {
    assumeTrue(Files.exists(ENDLESS), "no " + ENDLESS);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void aNamedPipeIsRefused(String name, Reading reading) throws Exception {
    Path pipe = Files.createDirectories(folder.resolve(name).getParent()).resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "no mkfifo");
    Files.move(pipe, folder.resolve(name));
    requireRefused(reading);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void aLinkToADeviceIsRefused(String name, Reading reading) throws Exception {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.createSymbolicLink(folder.resolve(name), ENDLESS);
    requireRefused(reading);
  }

  private void requireRefused(Reading reading) {
    assertThatThrownBy(() -> reading.read(folder))
        .isInstanceOfAny(ModelException.class, IOException.class);
  }

  static Stream<Arguments> readings() {
    ModelSpec spec = Sequential.vector(2).add(Dense.of(1)).build("m");
    return Stream.of(
        reading("log.csv", folder -> History.read(folder.resolve("log.csv"))),
        reading("data.csv", folder -> CsvFile.of(folder.resolve("data.csv")).floats("a").dataset()),
        reading(
            "data.tfrecord",
            folder -> TFRecord.of(folder.resolve("data.tfrecord")).floats("x", 1).dataset()),
        reading("records", folder -> TFRecord.read(folder.resolve("records")).close()),
        reading("data_batch_1.bin", Cifar10::read),
        reading("cifar-10-binary.tar.gz", Cifar10::read),
        reading(
            "images/class/x.png",
            folder ->
                ImageFolder.of(folder.resolve("images"))
                    .imageSize(2, 2)
                    .dataset()
                    .cache(folder.resolve("cache"))),
        reading("model.keras", folder -> KerasFile.read(folder.resolve("model.keras"))),
        reading("model.h5", folder -> KerasFile.read(folder.resolve("model.h5"))),
        reading("model.json", folder -> KerasFile.read(folder.resolve("model.json"))),
        reading("m.weights.h5", folder -> KerasWeights.read(spec, folder.resolve("m.weights.h5"))),
        reading("classes.json", folder -> ImageNetClasses.read(folder.resolve("classes.json"))),
        reading("saved/saved_model.pb", folder -> read(folder.resolve("saved"))),
        reading(
            "variables/variables.index",
            folder -> {
              SavedModel.write(spec, weights(), folder.resolve("written"));
              Files.move(
                  folder.resolve("written/saved_model.pb"), folder.resolve("saved_model.pb"));
              read(folder);
            }));
  }

  private static void read(Path savedModel) {
    try (Predictor predictor = SavedModel.read(savedModel)) {
      predictor.outputShape();
    }
  }

  private static Weights weights() {
    return Weights.builder()
        .add("dense/kernel", Shape.of(2, 1), new float[2])
        .add("dense/bias", Shape.of(1), new float[1])
        .build();
  }

  private static Arguments reading(String name, Reading reading) {
    return argumentSet(name, name, reading);
  }
}
