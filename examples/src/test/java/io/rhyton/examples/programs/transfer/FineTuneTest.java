package io.rhyton.examples.programs.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.model.LayerSpec;
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
  void theLastLayerToKeepMustOutputVectors() {
    options.upTo = "relu";
    assertThatThrownBy(() -> FineTune.run(options))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("Layer 'relu': expected its output to be a vector [batch, features]");
    options.upTo = "pool";
    options.out = folder.resolve("again");
    assertThatThrownBy(() -> FineTune.run(options))
        .hasMessageContaining("no layer named 'pool'; the closest names are [pooled,");
  }
}
