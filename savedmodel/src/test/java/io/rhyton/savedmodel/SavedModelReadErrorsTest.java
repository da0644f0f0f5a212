package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Every case damages a copy of a valid SavedModel. */
class SavedModelReadErrorsTest {
  private static final String NOT_A_SAVED_MODEL =
      "Pass a folder written by SavedModel.write, model.export() or tf.saved_model.save.";
  private static final String DAMAGED =
      "expected a SavedModel that TensorFlow can load, got a damaged or incompatible one."
          + " Save it again; see the cause.";
  private static final String OTHER_SIGNATURE = "Export the model with such a signature.";

  @TempDir private static Path original;

  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeAll
  static void writeTheOriginal() {
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      SavedModel.write(model, original.resolve("model"));
    }
  }

  @BeforeEach
  void copyTheOriginal() throws IOException {
    folder = temporary.resolve("model");
    SavedModelFolder.copy(original.resolve("model"), folder);
  }

  private static void assertRejected(Path folder, String message) {
    assertThatThrownBy(() -> SavedModel.read(folder))
        .isInstanceOfSatisfying(
            ArtifactException.class, error -> assertThat(error.path()).isEqualTo(folder))
        .hasMessage("SavedModel '%s': %s", folder, message);
  }

  @Test
  void aFolderThatDoesNotExistIsRejected() {
    assertRejected(
        temporary.resolve("none"),
        "expected a folder with saved_model.pb, got no such folder. " + NOT_A_SAVED_MODEL);
  }

  @Test
  void anEmptyFolderIsRejected() throws IOException {
    assertRejected(
        Files.createDirectory(temporary.resolve("empty")),
        "expected a folder with saved_model.pb, got a folder without it. " + NOT_A_SAVED_MODEL);
  }

  @Test
  void aFileInsteadOfAFolderIsRejected() {
    assertRejected(
        folder.resolve("saved_model.pb"),
        "expected a folder with saved_model.pb, got a file. " + NOT_A_SAVED_MODEL);
  }

  @Test
  void aFolderInPlaceOfTheFileIsRejected() throws IOException {
    Files.delete(folder.resolve("saved_model.pb"));
    Files.createDirectory(folder.resolve("saved_model.pb"));

    assertRejected(
        folder,
        "expected a folder with saved_model.pb, got a folder without it. " + NOT_A_SAVED_MODEL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 5000})
  void randomBytesInsteadOfTheGraphAreRejected(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(5).nextBytes(bytes);
    Files.write(folder.resolve("saved_model.pb"), bytes);

    assertRejected(folder, DAMAGED);
  }

  @Test
  void nestedGroupsThatWouldOverflowTheStack() throws IOException {
    byte[] groups = new byte[20_000];
    // The start of a group in field 1, again and again.
    Arrays.fill(groups, (byte) 0x0B);
    Files.write(folder.resolve("saved_model.pb"), groups);

    assertRejected(folder, DAMAGED);
    assertThatThrownBy(() -> SavedModel.readVariables(folder))
        .isInstanceOf(ArtifactException.class);
    assertThatThrownBy(() -> SavedModel.readTrainable(folder))
        .isInstanceOf(ArtifactException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.999})
  void aTruncatedGraphIsRejected(double share) throws IOException {
    Path file = folder.resolve("saved_model.pb");
    SavedModelFolder.truncate(file, (int) (Files.size(file) * share));

    assertRejected(folder, DAMAGED);
  }

  @Test
  void aMissingVariablesFolderIsRejected() throws IOException {
    Files.move(folder.resolve("variables"), temporary.resolve("elsewhere"));

    assertRejectedWithoutValues();
  }

  @Test
  void aMissingIndexOfTheVariablesIsRejected() throws IOException {
    Files.delete(folder.resolve("variables/variables.index"));

    assertRejectedWithoutValues();
  }

  private void assertRejectedWithoutValues() {
    assertRejected(
        folder,
        "expected the values of its variables in "
            + Path.of("variables", "variables.index")
            + ", got no such file. Copy the whole folder, or save it again.");
  }

  @Test
  void missingDataOfTheVariablesIsRejected() throws IOException {
    Files.delete(folder.resolve("variables/variables.data-00000-of-00001"));

    assertRejected(folder, DAMAGED);
  }

  /** The last value in the file, longer than these, is only read by Python. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void truncatedDataOfTheVariablesIsRejected(int length) throws IOException {
    SavedModelFolder.truncate(folder.resolve("variables/variables.data-00000-of-00001"), length);

    assertRejected(folder, DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.99})
  void aTruncatedIndexOfTheVariablesIsRejected(double share) throws IOException {
    Path file = folder.resolve("variables/variables.index");
    SavedModelFolder.truncate(file, (int) (Files.size(file) * share));

    assertRejected(folder, DAMAGED);
  }

  @Test
  void aFlippedBitInAVariableIsRejected() throws IOException {
    Path file = folder.resolve("variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(file);
    bytes[5] ^= 1;
    Files.write(file, bytes);

    assertRejected(folder, DAMAGED);
  }

  @Test
  void valuesOfAnotherModelAreRejected() throws IOException {
    Path other = temporary.resolve("other");
    try (Model model = ExampleModel.NO_WEIGHTS.compiled(1)) {
      SavedModel.write(model, other);
    }
    Files.move(folder.resolve("variables"), temporary.resolve("elsewhere"));
    SavedModelFolder.copy(other.resolve("variables"), folder.resolve("variables"));

    assertRejected(folder, DAMAGED);
  }

  @Test
  void anOpThatTensorFlowDoesNotKnowIsRejected() {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          metaGraph.getGraphDefBuilder().addNodeBuilder().setName("odd").setOp("NoSuchOp");
          return metaGraph;
        });

    assertRejected(
        folder,
        "expected a graph that touches only its own variables and assets, got ops NoSuchOp. If you"
            + " trust its author, read it with SavedModelOptions.trusted(), or --trust.");
    assertThatThrownBy(() -> SavedModel.read(folder, SavedModelOptions.trusted()))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("SavedModel '%s': %s", folder, DAMAGED);
  }

  @Test
  void aModelTaggedForAnotherUseIsRejected() {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          metaGraph.getMetaInfoDefBuilder().clearTags().addTags("train");
          return metaGraph;
        });

    assertRejected(folder, DAMAGED);
  }

  @Test
  void aMissingDefaultSignatureIsRejected() {
    SavedModelFolder.edit(folder, metaGraph -> metaGraph.removeSignatureDef("serving_default"));

    assertRejected(folder, signature("input", "none"));
  }

  @Test
  void twoInputsWithTheSameTensorAreRejected() {
    SavedModelFolder.editSignature(
        folder,
        signature -> signature.putInputs("a_second", signature.getInputsOrThrow("input_layer")));

    assertRejected(folder, signature("input", "several for one tensor"));
  }

  @Test
  void twoOutputsWithTheSameTensorAreAccepted() {
    SavedModelFolder.editSignature(
        folder,
        signature -> signature.putOutputs("output_1", signature.getOutputsOrThrow("output_0")));

    try (Predictor saved = SavedModel.read(folder)) {
      Dataset samples = Dataset.samples(Shape.of(7), ExampleModel.VECTORS.samples(1));
      assertThat(saved.predictAll(samples).keySet()).containsExactly("output_0", "output_1");
      assertThat(saved.predictAll(samples).values()).hasSize(2).doesNotContainNull();
    }
  }

  @Test
  void anInputOfAnotherTypeIsRejected() {
    editInput(input -> placeholder(input, DataType.DT_INT64));

    assertRejected(folder, signature("input", "'input_layer' of int64"));
  }

  @Test
  void anInputOfAnyRankIsRejected() {
    editInput(
        input ->
            placeholder(input, DataType.DT_FLOAT)
                .setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true)));

    assertRejected(folder, signature("input", "one of unknown rank"));
  }

  @Test
  void anInputWithoutABatchIsRejected() {
    editInput(
        input ->
            placeholder(input, DataType.DT_FLOAT)
                .setTensorShape(TensorShapeProto.getDefaultInstance()));

    assertRejected(folder, signature("input", "a scalar"));
  }

  /** Refers to a new placeholder, which accepts any shape. */
  private TensorInfo.Builder placeholder(TensorInfo.Builder input, DataType type) {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          metaGraph
              .getGraphDefBuilder()
              .addNodeBuilder()
              .setName("another")
              .setOp("Placeholder")
              .putAttr("dtype", AttrValue.newBuilder().setType(type).build());
          return metaGraph;
        });
    return input.setName("another:0").setDtype(type);
  }

  @Test
  void anInputThatIsNotInTheGraphIsRejected() {
    editInput(input -> input.setName("nowhere:0"));

    assertRejected(folder, DAMAGED);
  }

  @Test
  void anInputOfAnotherTypeThanInTheGraphIsRejected() {
    editInput(input -> input.setDtype(DataType.DT_INT64));

    assertRejected(folder, DAMAGED);
  }

  @Test
  void anOutputOfAnotherTypeIsRejected() {
    editOutput(output -> output.setDtype(DataType.DT_STRING));

    assertRejected(folder, signature("output", "'output_0' of string"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere:0", "StatefulPartitionedCall:7"})
  void anOutputThatIsNotInTheGraphIsRejected(String tensor) {
    editOutput(output -> output.setName(tensor));

    assertRejected(folder, signature("output", "'" + tensor + "', which is not in the graph"));
  }

  private void editInput(UnaryOperator<TensorInfo.Builder> change) {
    TensorInfo.Builder input = signature().getInputsOrThrow("input_layer").toBuilder();
    TensorInfo changed = change.apply(input).build();
    SavedModelFolder.editSignature(
        folder, signature -> signature.putInputs("input_layer", changed));
  }

  private void editOutput(UnaryOperator<TensorInfo.Builder> change) {
    TensorInfo.Builder output = signature().getOutputsOrThrow("output_0").toBuilder();
    TensorInfo changed = change.apply(output).build();
    SavedModelFolder.editSignature(folder, signature -> signature.putOutputs("output_0", changed));
  }

  private SignatureDef signature() {
    return SavedModelFolder.metaGraph(folder).getSignatureDefOrThrow("serving_default");
  }

  private static String signature(String what, String received) {
    return "expected a signature 'serving_default' with float32 "
        + what
        + "s, got "
        + received
        + ". "
        + OTHER_SIGNATURE;
  }

  @Test
  void anOutputOfAnyRankIsAccepted() {
    editOutput(output -> output.setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true)));

    try (Predictor saved = SavedModel.read(folder)) {
      assertThat(saved.predict(ExampleModel.VECTORS.samples(1))).hasSize(3);
      assertThat(saved.outputShape().isUnknown()).isTrue();
    }
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @ValueSource(strings = {"model[1]", "mod\\el"})
  void aPathThatTensorFlowInterpretsAsAPatternIsRejected(String name) throws IOException {
    Path renamed = Files.move(folder, temporary.resolve(name));

    assertRejected(
        renamed,
        "expected a SavedModel that TensorFlow can load, got a damaged or incompatible one."
            + " Move it: TensorFlow cannot restore values from a path with '[' or '\\'.");
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @ValueSource(strings = {"model (1)", "*", "?", "mo'del"})
  void otherPathsAreAccepted(String name) throws IOException {
    Path renamed = Files.move(folder, temporary.resolve(name));

    try (Predictor saved = SavedModel.read(renamed)) {
      assertThat(saved.predict(ExampleModel.VECTORS.samples(1))).hasSize(3);
    }
  }
}
