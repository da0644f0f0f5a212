package io.rhyton.examples.cli;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.execution.Execution;
import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.shape.Image;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Model;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCommandsTest {
  private static final ModelSpec SPEC =
      Sequential.image(2, 3, 3)
          .add(Rescaling.of(0.25))
          .add(Flatten.of())
          .add(Dense.of(4).activation(SOFTMAX))
          .build("small");

  private static final CompileSpec COMPILE =
      CompileSpec.of(Adam.of(), CategoricalCrossentropy.of(), Accuracy.of());
  private static final Path GOLDEN = Path.of("../savedmodel/src/test/resources/io/rhyton/keras");

  @TempDir private Path folder;

  private Path keras = Path.of("");

  @BeforeEach
  void writeModel() {
    keras = folder.resolve("small.keras");
    try (Model model = Model.compile(SPEC, COMPILE, Execution.defaults().seed(1))) {
      KerasFile.write(model, keras);
    }
  }

  @Test
  void inspectShowsLayersCompileConfigurationAndVersions() {
    CommandRun run = CommandRun.of("inspect", keras.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(SPEC.summary())
        .contains(
            " Written by       Keras 3.3.0",
            " Optimizer        Adam[learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-7, "
                + "amsgrad=false, options=[]]",
            " Metrics          accuracy",
            " Optimizer state  after 0 steps, learning rate 0.001");
  }

  @Test
  void convertSelectsTheFormatByExtension() {
    Path copy = folder.resolve("copy.keras");
    Path weights = folder.resolve("copy.weights.h5");
    Path saved = folder.resolve("saved");
    assertThat(CommandRun.of("convert", keras.toString(), copy.toString()).err()).isEmpty();
    assertThat(CommandRun.of("convert", keras.toString(), weights.toString()).err()).isEmpty();
    assertThat(CommandRun.of("convert", keras.toString(), saved.toString()).err()).isEmpty();

    assertThat(KerasFile.read(copy).optimizerState())
        .isEqualTo(KerasFile.read(keras).optimizerState());
    assertThat(weights).isNotEmptyFile();
    float[] sample = new float[2 * 3 * 3];
    sample[4] = 9;
    try (Predictor one = KerasFile.read(keras).predictor();
        Predictor other = SavedModel.read(saved)) {
      assertThat(other.predict(sample)).isEqualTo(one.predict(sample));
    }
  }

  @Test
  void javaSourcePrintsTheCodeOfTheModel() {
    CommandRun run = CommandRun.of("java-source", "--class", "Small", keras.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "final class Small {",
            "return Sequential.image(2, 3, 3)",
            ".add(Rescaling.of(0.25))",
            ".build(\"small\");");
  }

  @Test
  void predictPrintsTheMostLikelyClasses() throws IOException {
    Path image = whiteImage();
    Path labels = Files.writeString(folder.resolve("labels.txt"), "ant\nbee\ncat\ndog\n");

    CommandRun run =
        CommandRun.of(
            "predict",
            keras.toString(),
            image.toString(),
            "--top",
            "1",
            "--labels",
            labels.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("\\Q" + image + "\\E: (ant|bee|cat|dog) [01]\\.\\d{4}\\R");
  }

  @Test
  void jHdfFindsALoggingProvider() throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process process =
        CommandProcess.of("predict", keras.toString(), whiteImage().toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(errors).content().doesNotContain("SLF4J");
  }

  @Test
  void predictRejectsFilesThatAreNotImages() {
    CommandRun text = CommandRun.of("predict", keras.toString(), keras.toString());
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.err())
        .isEqualToIgnoringNewLines(
            "rhyton: Image '"
                + keras
                + "': expected PNG, JPEG, GIF or BMP, got a file in another format. "
                + "Convert it first.");
    CommandRun none = CommandRun.of("predict", keras.toString(), folder.resolve("x").toString());
    assertThat(none.err())
        .isEqualToIgnoringNewLines(
            "rhyton: Image '"
                + folder.resolve("x")
                + "': expected an existing file, got no such file. Check the path.");
  }

  @Test
  void pixelsAreRescaledUnlessTheModelDoesSo() throws IOException {
    Path image = whiteImage();
    Path plain = folder.resolve("plain.keras");
    ModelSpec spec = Sequential.image(2, 3, 3).add(Flatten.of()).add(Dense.of(4)).build("plain");
    try (Model model = Model.compile(spec, COMPILE, Execution.defaults().seed(1))) {
      KerasFile.write(model, plain);
    }

    assertThat(predict(keras, image)).isEqualTo(predict(keras, image, "--rescale", "1"));
    assertThat(predict(plain, image)).isEqualTo(predict(plain, image, "--rescale", "1/255"));
    assertThat(predict(plain, image)).isNotEqualTo(predict(plain, image, "--rescale", "1"));
  }

  @Test
  void predictRequiresTheOptionRescaleForASavedModel() throws IOException {
    Path image = whiteImage();
    Path saved = folder.resolve("saved");
    CommandRun.of("convert", keras.toString(), saved.toString());

    assertThat(predict(saved, image, "--rescale", "1")).isEqualTo(predict(keras, image));
    CommandRun missing = CommandRun.of("predict", saved.toString(), image.toString());
    assertThat(missing.err())
        .isEqualToIgnoringNewLines(
            "rhyton: SavedModel '"
                + saved
                + "': expected --rescale, got no factor for a model that may or may not rescale"
                + " pixels itself. Pass --rescale 1 if it takes values from 0 to 255, or --rescale"
                + " 1/255 if it takes values from 0 to 1.");
    CommandRun malformed =
        CommandRun.of("predict", saved.toString(), image.toString(), "--rescale", "1/half");
    assertThat(malformed.err())
        .contains("expected a number or a fraction such as 1/255, got '1/half' (see");
  }

  @Test
  void predictRejectsAModelWithTwoInputs() throws IOException {
    Node<Image> one = Functional.image("left", 2, 3, 3);
    Node<Image> other = Functional.image("right", 2, 3, 3);
    ModelSpec spec =
        Functional.build(
            "pair",
            List.of(one, other),
            List.of(Add.of(one, other).then(Flatten.of()).then("sum", Dense.of(1))));
    Path pair = folder.resolve("pair.keras");
    try (Model model = Model.compile(spec, CompileSpec.of(Adam.of()).loss("sum", Huber.of()))) {
      KerasFile.write(model, pair);
    }

    CommandRun run = CommandRun.of("predict", pair.toString(), whiteImage().toString());

    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "rhyton: Model '"
                + pair
                + "': expected one input and one output, got inputs [left, right] and outputs"
                + " [sum]. Use Predictor in a Java program.");
  }

  /** Written by tf-keras 2.21. */
  @ParameterizedTest
  @ValueSource(strings = {"inspect", "java-source"})
  void everyUnsupportedPartOfAModelIsReportedAtOnce(String command) {
    CommandRun run =
        CommandRun.of(command, GOLDEN.resolve("tf-keras-2.21.0/unsupported.json").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("got 3 problems:", "training of 'dropout' (Dropout): ", "'double' (Lambda): it");
  }

  /** Written by Keras 3.15.1. */
  @Test
  void aModelWrittenByKerasIsInspectedAndPrinted() {
    String file = GOLDEN.resolve("keras-3.15.1/functional.json").toString();

    assertThat(CommandRun.of("inspect", file).out()).contains("Total params");
    assertThat(CommandRun.of("java-source", file).out()).contains("Functional.build(");
  }

  private Path whiteImage() throws IOException {
    Path image = folder.resolve("white.png");
    BufferedImage white = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
    white.createGraphics().fillRect(0, 0, 6, 4);
    ImageIO.write(white, "png", image.toFile());
    return image;
  }

  private static String predict(Path model, Path image, String... options) {
    CommandRun run =
        CommandRun.of(
            Stream.concat(
                    Stream.of("predict", model.toString(), image.toString()), Stream.of(options))
                .toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    return run.out();
  }
}
