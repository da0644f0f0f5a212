package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SavedModels of Keras 2 put together from parts of several. */
class KerasSavedModelReaderTest {
  @TempDir private Path temporary;

  private Path folder(String metadata, String variables) throws IOException {
    Path described = new LegacyCase("tf-keras-2.21.0", metadata).file("");
    Path valued = new LegacyCase("tf-keras-2.21.0", variables).file("").resolve("variables");
    Path copied = Files.createDirectory(temporary.resolve("variables"));
    for (String part : new String[] {"variables.index", "variables.data-00000-of-00001"}) {
      Files.copy(valued.resolve(part), copied.resolve(part));
    }
    for (String part : new String[] {"keras_metadata.pb", "saved_model.pb"}) {
      Files.copy(described.resolve(part), temporary.resolve(part));
    }
    return temporary;
  }

  @Test
  void weightsOfAnotherModelAreRefused() throws IOException {
    Path folder = folder("chain", "nested");

    assertThatThrownBy(() -> KerasFile.read(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras file '%s': expected weight 'conv/kernel' in layer_with_weights-0/kernel of"
                + " shape [3, 3, 2, 2], got [3, 4]. The file is damaged: save it again.",
            folder);
  }

  @Test
  void aModelThatRhytonCannotTrainKeepsItsWeights() throws IOException {
    Path metadata = folder("chain", "chain").resolve("keras_metadata.pb");
    String text = Files.readString(metadata, StandardCharsets.ISO_8859_1);
    // As long as before, for the lengths in the file.
    String changed =
        text.replace("sparse_categorical_crossentropy", "a_loss_of_somebody_else________");
    Files.writeString(metadata, changed, StandardCharsets.ISO_8859_1);

    KerasModel read = KerasFile.read(temporary);

    assertThat(read.weights()).isPresent();
    assertThat(read.compileSpec()).isEmpty();
    assertThat(read.compileProblems()).hasSize(1);
    assertThat(read.optimizerState()).isEmpty();
  }
}
