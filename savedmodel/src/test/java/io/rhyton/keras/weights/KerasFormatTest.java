package io.rhyton.keras.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import io.rhyton.keras.KerasWeights;
import io.rhyton.keras.LegacyCase;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerasFormatTest {
  private static final ModelSpec SPEC = Sequential.vector(3).add(Dense.of(2)).build("small");
  private static final CompileSpec COMPILE = CompileSpec.of(Adam.of(), MeanSquaredError.of());

  @TempDir private Path temporary;

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(temporary.resolve(name), content);
  }

  private static void assertRejected(Path file, String message) {
    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("Keras file '%s': %s", file, message);
  }

  private static void assertWeightsRejected(Path file, String message) {
    assertThatThrownBy(() -> KerasWeights.read(SPEC, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("Keras weights '%s': %s", file, message);
  }

  @Test
  void theFormatIsDetectedFromTheContentAndNotTheName() throws IOException {
    LegacyCase example = new LegacyCase("keras-3.15.1", "nested");
    Path misnamed = temporary.resolve("model.keras");
    Files.copy(example.file(".h5"), misnamed);

    assertThat(KerasFile.read(misnamed).weights())
        .isEqualTo(KerasFile.read(example.file(".h5")).weights());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\ufeff"})
  void aConfigurationIsAModelWithoutWeights(String start) throws IOException {
    String config = new String(ConfigWriter.write(SPEC, COMPILE), StandardCharsets.UTF_8);
    Path file = file("config.json", (start + config).getBytes(StandardCharsets.UTF_8));

    KerasModel read = KerasFile.read(file);

    assertThat(read.spec()).isEqualTo(SPEC);
    assertThat(read.compileSpec()).contains(COMPILE);
    assertThat(read.weights()).isEmpty();
    assertThat(read.optimizerState()).isEmpty();
    assertThat(read.kerasVersion()).isEmpty();
  }

  @Test
  void aConfigurationThatIsTooLongIsRejected() throws IOException {
    byte[] config = new byte[33 << 20];
    Arrays.fill(config, (byte) ' ');
    config[0] = '{';

    assertRejected(
        file("config.json", config),
        "expected the configuration to have at most 33554432 bytes, got 33554433."
            + " This is not the configuration of a Keras model.");
  }

  @Test
  void aMissingFileIsRejected() {
    assertRejected(
        temporary.resolve("none.keras"),
        "expected a file or folder, got none at this path. Check the path.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no model", "[]", "\u0089HDF"})
  void aFileOfAnotherFormatIsRejected(String content) throws IOException {
    assertRejected(
        file("model.keras", content.getBytes(StandardCharsets.ISO_8859_1)),
        "expected a .keras file, an .h5 file, a config.json or a SavedModel of Keras 2,"
            + " got a file of another format."
            + " Save the model with Keras, or get an intact copy of the file.");
  }

  @Test
  void anEmptyFileIsRejected() throws IOException {
    assertRejected(
        file("model.keras", new byte[0]),
        "expected a .keras file, an .h5 file, a config.json or a SavedModel of Keras 2,"
            + " got an empty file."
            + " Save the model with Keras, or get an intact copy of the file.");
  }

  @Test
  void aFolderWithoutAModelIsRejected() {
    assertRejected(
        temporary,
        "expected a folder written by model.save of Keras 2, got a folder without"
            + " keras_metadata.pb. Pass the model's own file or folder.");
  }

  @Test
  void aSavedModelWithoutKerasMetadataIsRejected() {
    assertRejected(
        LegacyCase.resource("/io/rhyton/savedmodel/keras-3-export"),
        "expected a folder written by model.save of Keras 2, got a SavedModel without Keras"
            + " metadata. Read it with SavedModel.read, or save it from Keras as"
            + " a .keras file.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-weights-only.h5", ".weights.h5"})
  void weightsWithoutAModelAreRejected(String ending) {
    assertRejected(
        new LegacyCase("keras-3.15.1", "nested").file(ending),
        "expected a whole model, got an HDF5 file without model_config, as weights alone are."
            + " Load weights into a model with KerasWeights.load.");
  }

  @Test
  void aConfigurationHasNoWeights() throws IOException {
    assertWeightsRejected(
        file("config.json", ConfigWriter.write(SPEC, null)),
        "expected a file with weights, got only a configuration."
            + " Pass the file with the weights.");
  }

  @Test
  void weightsOfASavedModelAreOnlyReadWithTheModel() {
    assertWeightsRejected(
        new LegacyCase("tf-keras-2.21.0", "chain").file(""),
        "expected a file with weights, got a SavedModel. Read it with KerasFile.read.");
  }
}
