package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

class KerasSavedModelTest {
  private static final Path SAVED = GoldenSavedModels.folder("keras-2-saved");
  private static final String DAMAGED =
      "expected a keras_metadata.pb that can be read, got a damaged one."
          + " Save the model again; see the cause.";

  @TempDir private Path temporary;

  private Path folder = Path.of("");
  private Path metadata = Path.of("");

  @BeforeEach
  void copyASavedModel() throws IOException {
    folder = temporary.resolve("model");
    SavedModelFolder.copy(SAVED, folder);
    metadata = folder.resolve("keras_metadata.pb");
  }

  @Test
  void theMetadataIsTheJsonOfTheModel() {
    assertThat(KerasSavedModel.open(SAVED).metadata())
        .startsWith("{\"name\": \"small\"")
        .contains("\"class_name\": \"Sequential\"", "\"training_config\"", "\"keras_version\"")
        .endsWith("}");
  }

  @Test
  void valuesAreReadByKey() {
    KerasSavedModel model = KerasSavedModel.open(SAVED);
    SavedVariable kernel = model.floats("layer_with_weights-0/kernel");

    assertThat(kernel.name()).isEqualTo("layer_with_weights-0/kernel");
    assertThat(kernel.shape()).isEqualTo(Shape.of(2, 1));
    assertThat(kernel.values()).isEqualTo(GoldenSavedModels.values(0, 2));
    assertThat(model.floats("layer_with_weights-0/bias").values())
        .isEqualTo(GoldenSavedModels.values(1, 1));
    assertThat(model.integer("optimizer/_iterations")).isEqualTo(1);
    assertThat(model.floats("optimizer/_learning_rate").values()).containsExactly(0.5f);
    assertThat(model.floats("optimizer/_variables/2").shape()).isEqualTo(Shape.of(2, 1));
    assertThat(model.has("optimizer/_variables/4")).isTrue();
    assertThat(model.has("optimizer/_variables/5")).isFalse();
  }

  @Test
  void slotVariablesOfALegacyOptimizerAreReadByKey() {
    KerasSavedModel model = KerasSavedModel.open(GoldenSavedModels.folder("keras-2-saved-legacy"));

    assertThat(model.integer("optimizer/iter")).isEqualTo(1);
    assertThat(model.floats("layer_with_weights-0/kernel/.OPTIMIZER_SLOT/optimizer/m").shape())
        .isEqualTo(Shape.of(2, 1));
    assertThat(model.has("layer_with_weights-0/bias/.OPTIMIZER_SLOT/optimizer/v")).isTrue();
  }

  @Test
  void aMissingKeyIsRejected() {
    KerasSavedModel model = KerasSavedModel.open(SAVED);

    assertThatThrownBy(() -> model.floats("layer_with_weights-1/kernel"))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected a value of 'layer_with_weights-1/kernel', got none."
                + " Save the model again with all of its layers.",
            SAVED);
  }

  @Test
  void aValueOfAnotherTypeIsRejected() {
    KerasSavedModel model = KerasSavedModel.open(SAVED);

    assertThatThrownBy(() -> model.integer("layer_with_weights-0/bias"))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected values that TensorFlow can read, got a damaged checkpoint"
                + " or one of another format. Copy the whole folder, or save it again; see the"
                + " cause.",
            SAVED);
  }

  @Test
  void aModelWithoutKerasMetadataIsRejected() {
    Path export = GoldenSavedModels.folder("keras-3-export");

    assertThatThrownBy(() -> KerasSavedModel.open(export))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected a model saved by Keras 2, got one without Keras"
                + " metadata. Read it with SavedModel.read, or save it from Keras as a"
                + " .keras file.",
            export);
  }

  @Test
  void metadataWithoutARootIsRejected() throws IOException {
    Files.write(metadata, new byte[0]);

    assertThatThrownBy(() -> KerasSavedModel.open(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("got one without Keras metadata");
  }

  /** The root comes first, and reading stops after it. */
  @Test
  void truncatedMetadataIsRejected() throws IOException {
    int rootEnds = KerasSavedModel.open(SAVED).metadata().length();
    byte[] whole = Files.readAllBytes(metadata);
    for (int length = 1; length < rootEnds; length += 97) {
      Files.write(metadata, Arrays.copyOf(whole, length));
      assertDamaged();
    }
  }

  @Test
  void aWrongLengthIsRejected() throws IOException {
    Files.write(metadata, new byte[] {0x0a, -1, -1, -1, -1, 0x07, 0x2a, -1, -1, -1, -1, 0x07});
    assertDamaged();

    Files.write(metadata, new byte[] {0x0a, -1, -1, -1, -1, 0x0f});
    assertDamaged();
  }

  /** Each is skipped by a recursive call. */
  @Test
  void nestedGroupsAreRejected() throws IOException {
    byte[] groups = new byte[2_000_000];
    Arrays.fill(groups, (byte) 0x13);
    Files.write(metadata, groups);
    assertDamaged();

    ByteArrayOutputStream node = new ByteArrayOutputStream();
    node.writeBytes(new byte[] {0x0a, (byte) 0x80, (byte) 0x89, 0x7a});
    node.write(groups);
    Files.write(metadata, node.toByteArray());
    assertDamaged();
  }

  @Test
  void invalidUtf8IsRejected() throws IOException {
    Files.write(metadata, new byte[] {0x0a, 4, 0x2a, 2, (byte) 0xc3, 0x28});

    assertDamaged();
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> KerasSavedModel.open(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("SavedModel '%s': %s", folder, DAMAGED);
  }
}
