package io.rhyton.examples.files;

import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.examples.CommandRun;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.Adam;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.savedmodel.SavedModel;
import io.rhyton.training.Execution;
import io.rhyton.training.Model;
import io.rhyton.training.Predictor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandsTest {
  private static final ModelSpec SPEC =
      Sequential.image(2, 3, 3)
          .add(Rescaling.of(0.25))
          .add(Flatten.of())
          .add(Dense.of(4).activation(SOFTMAX))
          .build("small");

  @TempDir private Path folder;

  private Path keras = Path.of("");

  @BeforeEach
  void writeAModel() {
    keras = folder.resolve("small.keras");
    CompileSpec compile = CompileSpec.of(Adam.of(), CategoricalCrossentropy.of(), Accuracy.of());
    try (Model model = Model.compile(SPEC, compile, Execution.defaults().seed(1))) {
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
  void convertWritesWhatTheEndingSays() {
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
  void javaSourcePrintsTheModel() {
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
  void predictNamesTheLargestOutputs() throws IOException {
    Path picture = folder.resolve("white.png");
    BufferedImage white = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
    white.createGraphics().fillRect(0, 0, 6, 4);
    ImageIO.write(white, "png", picture.toFile());
    Path labels = Files.writeString(folder.resolve("labels.txt"), "ant\nbee\ncat\ndog\n");

    CommandRun run =
        CommandRun.of(
            "predict",
            keras.toString(),
            picture.toString(),
            "--top",
            "1",
            "--labels",
            labels.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("\\Q" + picture + "\\E: (ant|bee|cat|dog) [01]\\.\\d{4}\\R");
  }

  @Test
  void predictRefusesWhatIsNoPicture() {
    CommandRun text = CommandRun.of("predict", keras.toString(), keras.toString());
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.err())
        .isEqualToIgnoringNewLines(
            "rhyton: Picture '"
                + keras
                + "': expected PNG, JPEG, GIF or BMP, got a file of another kind. "
                + "Convert it first.");
    CommandRun none = CommandRun.of("predict", keras.toString(), folder.resolve("x").toString());
    assertThat(none.err())
        .isEqualToIgnoringNewLines(
            "rhyton: Picture '"
                + folder.resolve("x")
                + "': expected a file, got none of that name. Check the path.");
  }

  @Test
  void pixelsAreScaledUnlessTheModelDoesThat() {
    assertThat(Predict.factor(KerasFile.read(keras))).isEqualTo(1);
    assertThat(Predict.factor(null)).isEqualTo(1.0 / 255);
  }
}
