package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.shape.Padding;
import io.rhyton.training.Model;
import io.rhyton.training.fit.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedConcreteFunction;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.Struct.StructuredValue;

/** Files that cannot be trained, and incorrect use of those that can. */
class TrainableModelErrorsTest {
  private static final TrainingExample EXAMPLE = TrainingExample.CLASS_INDICES;
  private static final String WRITE_AGAIN =
      " Write the model again with SavedModel.withTraining().";

  @TempDir private static Path original;

  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeAll
  static void writeTheOriginal() {
    try (Model model = EXAMPLE.compiled()) {
      SavedModel.write(model, original.resolve("model"), SavedModel.withTraining());
    }
  }

  @BeforeEach
  void copyTheOriginal() throws IOException {
    folder = temporary.resolve("model");
    SavedModelFolder.copy(original.resolve("model"), folder);
  }

  private static void assertRejected(Path folder, String message) {
    assertThatThrownBy(() -> SavedModel.readTrainable(folder))
        .isInstanceOfSatisfying(
            ArtifactException.class, error -> assertThat(error.path()).isEqualTo(folder))
        .hasMessage("SavedModel '%s': %s", folder, message);
  }

  @Test
  void aPrecisionThatNeedsAnotherTrainingStepIsRejected() {
    Execution float16 = Execution.defaults().dtypePolicy(DTypePolicy.MIXED_FLOAT16);
    assertThatThrownBy(() -> SavedModel.readTrainable(folder, float16))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected float32 or bfloat16, as the training step in the file"
                + " does not scale the loss, got float16. Read a .keras file of the model.",
            folder);
  }

  @Test
  void aMissingDeviceIsRejected() {
    assertThatThrownBy(
            () -> SavedModel.readTrainable(folder, Execution.defaults().device("/CPU:7")))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("got /CPU:7");
  }

  @Test
  void aModelThatWasWrittenWithoutTrainingIsRejected() {
    Path plain = temporary.resolve("plain");
    try (Model model = EXAMPLE.compiled()) {
      SavedModel.write(model, plain);
    }

    assertRejected(plain, "expected a function 'train_step', got none of that name." + WRITE_AGAIN);
  }

  @Test
  void aFolderThatDoesNotExistIsRejected() {
    assertRejected(
        temporary.resolve("none"),
        "expected a folder with saved_model.pb, got no such folder. Pass a folder written by"
            + " SavedModel.write, model.export() or tf.saved_model.save.");
  }

  @Test
  void aTruncatedFileIsRejected() throws IOException {
    SavedModelFolder.truncate(folder.resolve("saved_model.pb"), 1000);

    assertRejected(
        folder,
        "expected a SavedModel that TensorFlow can load, got a damaged or incompatible one."
            + " Save it again; see the cause.");
  }

  @Test
  void aModelWithoutTheTrainStepFunctionIsRejected() {
    edit(graph -> graph.getMetaInfoDefBuilder().clearTags().addTags("gpu"));

    assertRejected(
        folder, "expected a function 'train_step', got none of that name." + WRITE_AGAIN);
  }

  @Test
  void aModelWithoutValuesIsRejected() throws IOException {
    Files.delete(folder.resolve("variables").resolve("variables.index"));

    assertRejected(
        folder,
        "expected the values of its variables in "
            + Path.of("variables", "variables.index")
            + ", got no such file. Copy the whole folder, or save it again.");
  }

  @Test
  void damagedValuesAreRejected() throws IOException {
    SavedModelFolder.truncate(
        folder.resolve("variables").resolve("variables.data-00000-of-00001"), 100);

    assertRejected(
        folder,
        "expected values that TensorFlow can read, got a damaged checkpoint or one of another"
            + " format. Copy the whole folder, or save it again; see the cause.");
  }

  @Test
  void aVariableThatDoesNotMatchItsFunctionsIsRejected() {
    editVariable(
        "dense/bias",
        node -> node.getVariableBuilder().getShapeBuilder().getDimBuilder(0).setSize(4));

    assertRejected(
        folder,
        "expected a SavedModel that TensorFlow can load, got a damaged or incompatible one."
            + " Save it again; see the cause.");
  }

  @Test
  void valuesOfAnotherShapeAreRejected() throws IOException {
    ModelSpec wider =
        Sequential.image(8, 8, 2)
            .add(Conv2D.of(5, 3).padding(Padding.SAME).useBias(false))
            .add(BatchNormalization.of())
            .add(MaxPooling2D.of(2))
            .add(Flatten.of())
            .add(Dense.of(3))
            .build("wider");
    Path other = temporary.resolve("other");
    try (Model model = Model.compile(wider, EXAMPLE.compile())) {
      SavedModel.write(model, other, SavedModel.withTraining());
    }
    for (Path file : SavedModelFolder.entries(other.resolve("variables"))) {
      Files.copy(
          file,
          folder.resolve("variables").resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }

    assertRejected(
        folder,
        "expected values that TensorFlow can read, got a damaged checkpoint or one of another"
            + " format. Copy the whole folder, or save it again; see the cause.");
  }

  @Test
  void aFunctionWithoutConcreteFunctionsIsRejected() {
    editObjects(
        objects ->
            objects
                .getNodesBuilder(child(objects.build(), "evaluate"))
                .getFunctionBuilder()
                .clearConcreteFunctions());

    assertRejected(
        folder,
        "expected a function 'evaluate' as Rhyton writes it, got another one." + WRITE_AGAIN);
  }

  @Test
  void aFunctionWithOtherArgumentsIsRejected() {
    editFunction(
        "train_step",
        function -> function.setCanonicalizedInputSignature(StructuredValue.getDefaultInstance()));

    assertRejected(
        folder,
        "expected a function 'train_step' as Rhyton writes it, got another one." + WRITE_AGAIN);
  }

  @Test
  void aFunctionOfAVariableThatDoesNotExistIsRejected() {
    editFunction("train_step", function -> function.setBoundInputs(0, 999_999));

    assertRejected(
        folder,
        "expected a function 'train_step' as Rhyton writes it, got another one." + WRITE_AGAIN);
  }

  @Test
  void aFunctionWithoutABodyIsRejected() {
    edit(graph -> graph.getGraphDefBuilder().getLibraryBuilder().clearFunction());

    assertRejected(
        folder, "expected a function 'serve' as Rhyton writes it, got another one." + WRITE_AGAIN);
  }

  @Test
  void aFunctionOfAnOpThatTensorFlowDoesNotKnowIsRejected() {
    edit(
        graph ->
            graph.getGraphDefBuilder().getLibraryBuilder().getFunctionBuilderList().stream()
                .filter(function -> function.getSignature().getName().contains("_evaluate_"))
                .forEach(function -> function.getNodeDefBuilder(0).setOp("NoSuchOp")));

    assertRejected(
        folder,
        "expected a graph that touches only its own variables and assets, got ops NoSuchOp. If you"
            + " trust its author, read it with SavedModelOptions.trusted(), or --trust.");
  }

  @Test
  void anOutputOfAnotherNameIsRejected() {
    editFunction(
        "evaluate",
        function -> {
          StructuredValue loss =
              function.getOutputSignature().getDictValue().getFieldsOrThrow("loss");
          function
              .getOutputSignatureBuilder()
              .getDictValueBuilder()
              .removeFields("accuracy")
              .putFields("error", loss);
        });

    assertRejected(
        folder,
        "expected functions 'train_step' and 'evaluate' with the same metrics,"
            + " got [accuracy, loss] and [error, loss]."
            + WRITE_AGAIN);
  }

  @Test
  void anOptimizerWithoutVariablesIsRejected() {
    editObjects(
        objects ->
            objects.getNodesBuilder(child(objects.build(), "optimizer_variables")).clearChildren());

    assertRejected(
        folder,
        "expected 'optimizer_variables' that start with the iteration,"
            + " got 0 variables."
            + WRITE_AGAIN);
  }

  @Test
  void aVariableWithoutAValueIsRejected() {
    editObjects(
        objects -> {
          SavedObject.Builder list = objects.getNodesBuilder(child(objects.build(), "variables"));
          int members = list.getChildrenCount();
          list.addChildren(list.getChildren(0).toBuilder().setLocalName("" + members));
        });

    assertRejected(folder, "expected a value of 'variables/7', got none." + WRITE_AGAIN);
  }

  @Test
  void twoVariablesOfTheSameNameAreRejected() {
    editVariable("dense/bias", node -> node.getVariableBuilder().setName("dense/kernel"));

    assertRejected(
        folder,
        "expected float32 variables with distinct names, got 'dense/kernel' of float."
            + WRITE_AGAIN);
  }

  @Test
  void aVariableOfAnotherTypeIsRejected() {
    editVariable("dense/bias", node -> node.getVariableBuilder().setDtype(DataType.DT_HALF));

    assertRejected(
        folder,
        "expected float32 variables with distinct names, got 'dense/bias' of half." + WRITE_AGAIN);
  }

  @Test
  void extraValuesAreRejected() {
    editObjects(
        objects -> {
          SavedObject.Builder list = objects.getNodesBuilder(child(objects.build(), "variables"));
          list.removeChildren(list.getChildrenCount() - 1);
        });

    assertRejected(
        folder,
        "expected only the values of weights and optimizer,"
            + " got 'variables/6/.ATTRIBUTES/VARIABLE_VALUE'."
            + WRITE_AGAIN);
  }

  @Test
  void assetsAreRejected() {
    edit(graph -> graph.addAssetFileDef(AssetFileDef.getDefaultInstance()));

    assertRejected(folder, "expected a model without assets, got 1 of them." + WRITE_AGAIN);
  }

  @Test
  void aModelWhoseOutputsAreNotRowsIsRejected() {
    editFunction(
        "serve",
        function ->
            function
                .getOutputSignatureBuilder()
                .getTensorSpecValueBuilder()
                .getShapeBuilder()
                .clearDim());

    assertRejected(
        folder,
        "expected a function 'serve' from batches to [?, outputs], got other shapes."
            + WRITE_AGAIN);
  }

  private void edit(Consumer<MetaGraphDef.Builder> change) {
    SavedModelFolder.edit(
        folder,
        graph -> {
          change.accept(graph);
          return graph;
        });
  }

  private void editObjects(Consumer<SavedObjectGraph.Builder> change) {
    edit(graph -> change.accept(graph.getObjectGraphDefBuilder()));
  }

  private static int child(SavedObjectGraph objects, String name) {
    return objects.getNodes(0).getChildrenList().stream()
        .filter(child -> child.getLocalName().equals(name))
        .findFirst()
        .orElseThrow()
        .getNodeId();
  }

  private void editFunction(String name, Consumer<SavedConcreteFunction.Builder> change) {
    editObjects(
        objects -> {
          int node = child(objects.build(), name);
          String trace = objects.getNodes(node).getFunction().getConcreteFunctions(0);
          SavedConcreteFunction.Builder function =
              objects.getConcreteFunctionsOrThrow(trace).toBuilder();
          change.accept(function);
          objects.putConcreteFunctions(trace, function.build());
        });
  }

  private void editVariable(String name, Consumer<SavedObject.Builder> change) {
    editObjects(
        objects ->
            objects.getNodesBuilderList().stream()
                .filter(node -> node.getVariable().getName().equals(name))
                .forEach(change));
  }

  @Test
  void labelsOutOfRangeAreRejected() {
    try (TrainableModel model = SavedModel.readTrainable(folder)) {
      int[] labels = new int[TrainingExample.SAMPLES];
      labels[3] = 3;
      Dataset data = Dataset.images(8, 8, 2, EXAMPLE.samples(), labels);

      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.trainOnBatch(data))
          .withMessage(
              "Data set: expected labels from 0 to 2, got 3 at sample 3."
                  + " Correct the label, or give the model more outputs.");
      assertThatExceptionOfType(DataException.class).isThrownBy(() -> model.evaluate(data));
    }
  }

  @Test
  void labelsOfAnotherFormatAreRejected() {
    try (TrainableModel model = SavedModel.readTrainable(folder)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.trainOnBatch(EXAMPLE.data().oneHot(3)))
          .withMessage(
              "SavedModel '%s': expected integer labels, got rows of 3 targets."
                  + " Leave out oneHot, or use CategoricalCrossentropy.",
              folder);
    }
  }

  /** The functions in the file accept only samples and labels. */
  @Test
  void sampleWeightsAreRejected() {
    try (TrainableModel model = SavedModel.readTrainable(folder)) {
      Dataset data = EXAMPLE.data();
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.evaluate(data.sampleWeights(new float[data.size()])))
          .withMessage(
              "SavedModel '%s': expected data without sample weights, got sample weights."
                  + " Leave the weights out, or train the model that the file was exported from.",
              folder);
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.fit(data, Fit.epochs(1).classWeight(Map.of(0, 2.0))))
          .withMessageContaining("expected data without sample weights");
    }
  }

  @Test
  void samplesOfAnotherShapeAreRejected() {
    try (TrainableModel model = SavedModel.readTrainable(folder)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.fit(TrainingExample.NESTEROV.data(), Fit.epochs(1)))
          .withMessage(
              "SavedModel '%s': expected samples of [8, 8, 2], got [6]."
                  + " Resize the data, or build the model for its shape.",
              folder);
    }
  }

  @Test
  void anExistingFolderIsNotOverwritten() {
    try (TrainableModel model = SavedModel.readTrainable(folder)) {
      assertThatThrownBy(() -> model.save(folder))
          .isInstanceOf(ArtifactException.class)
          .hasMessage(
              "SavedModel '%s': expected a folder that does not exist yet, got an existing one."
                  + " Choose another name, or delete the existing one first.",
              folder);
    }
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // Closed on purpose.
  void everyUseAfterCloseIsRejected() {
    TrainableModel model = SavedModel.readTrainable(folder);
    OptimizerState state = model.optimizerState();
    model.close();
    model.close();
    Dataset data = EXAMPLE.data();
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> model.fit(data, Fit.epochs(1)),
            () -> model.trainOnBatch(data),
            () -> model.evaluate(data),
            () -> model.predict(data),
            () -> model.predict(data.input().values(0)),
            model::weights,
            model::optimizerState,
            () -> model.loadOptimizerState(state),
            () -> model.save(temporary.resolve("other")))) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("SavedModel '%s' is closed", folder);
    }
    assertThat(temporary.resolve("other")).doesNotExist();
  }
}
