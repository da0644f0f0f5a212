package io.rhyton.examples.programs.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.applications.Application;
import io.rhyton.applications.Applications;
import io.rhyton.applications.Pooling;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.training.Model;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FineTuneTest {
  @TempDir private Path folder;

  private FineTuneOptions options = new FineTuneOptions();

  @BeforeEach
  void setQuickOptions() throws URISyntaxException {
    // Written by pretrained.py.
    URI model = Objects.requireNonNull(FineTuneTest.class.getResource("pretrained.keras")).toURI();
    options =
        CommandLine.populateCommand(
            new FineTuneOptions(),
            Path.of(model).toString(),
            "--samples=40",
            "--head-epochs=1",
            "--epochs=1",
            "--seed=7");
    options.out = folder.resolve("out");
  }

  @Test
  void aKerasModelGetsANewHeadAndIsFineTuned() {
    Scores scores = FineTune.run(options);
    assertThat(scores.get("accuracy")).isBetween(0.0, 1.0);
    KerasModel before = KerasFile.read(options.model);
    KerasModel after = KerasFile.read(options.out.resolve("fine-tuned.keras"));
    assertThat(after.spec().layers())
        .extracting(LayerSpec::name)
        .containsExactly("input_layer", "rescaling", "edges", "norm", "relu", "pooled", "new_head");
    assertThat(after.spec().layer("norm").trainable()).isFalse();
    assertThat(after.requireWeights().values("edges/kernel"))
        .isNotEqualTo(before.requireWeights().values("edges/kernel"));
    assertThat(after.requireWeights().values("norm/moving_mean"))
        .isEqualTo(before.requireWeights().values("norm/moving_mean"));
  }

  @Test
  void anImageIsAveragedOverItsPixels() {
    options.upTo = "relu";
    FineTune.run(options);
    KerasModel after = KerasFile.read(options.out.resolve("fine-tuned.keras"));
    assertThat(after.spec().layers())
        .extracting(LayerSpec::name)
        .endsWith("norm", "relu", "features", "new_head");
  }

  @Test
  void theLastLayerToKeepIsOneOfTheModel() {
    options.upTo = "pool";
    assertThatThrownBy(() -> FineTune.run(options))
        .hasMessageContaining("no layer named 'pool'; the closest names are [pooled,");
  }

  @Test
  void anApplicationWithoutItsTopGetsANewHead() {
    Application<?> mobileNet =
        Applications.mobileNetV2().alpha(0.35).inputShape(32, 32, 3).includeTop(false);
    options.model = folder.resolve("body.keras");
    ModelSpec body = mobileNet.build();
    CompileSpec compile = CompileSpec.of(Adam.of(), MeanSquaredError.of());
    try (Model model = Model.compile(body, compile)) {
      KerasFile.write(model, options.model);
    }
    options.preprocessing = mobileNet.preprocessingMode();

    FineTune.run(options);

    KerasModel after = KerasFile.read(options.out.resolve("fine-tuned.keras"));
    assertThat(after.spec().layers())
        .extracting(LayerSpec::name)
        .hasSize(body.layers().size() + 2)
        .endsWith("out_relu", "features", "new_head");
  }

  @Test
  void theClassifierOfAnApplicationIsCutOff() {
    assertThat(lastLayerBefore(Applications.mobileNetV2())).isEqualTo("global_average_pooling2d");
    assertThat(lastLayerBefore(Applications.mobileNet())).isEqualTo("dropout");
    assertThat(lastLayerBefore(Applications.mobileNetV3Small())).isEqualTo("dropout");
    assertThat(lastLayerBefore(Applications.vgg16())).isEqualTo("fc2");
    assertThat(lastLayerBefore(Applications.vgg16().includeTop(false).pooling(Pooling.AVG)))
        .isEqualTo("global_average_pooling2d");
    assertThat(lastLayerBefore(Applications.resNet50().includeTop(false)))
        .isEqualTo("conv5_block3_out");
  }

  private static String lastLayerBefore(Application<?> application) {
    return Body.of(application.build(), null).outputs().get(0).layer();
  }
}
