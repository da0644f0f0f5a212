package io.rhyton.savedmodel;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;

class SavedModelVariablesTest {
  private static final ModelSpec SPEC =
      Sequential.vector(4)
          .add(Dense.of(3).activation(RELU))
          .add(Dropout.of(0.5))
          .add(BatchNormalization.of())
          .add(Dense.of(2))
          .build("twin");

  private static final String OTHER_LAYERS = " with the same layers as the exported one.";
  private static final String EXPORT = " Export the model with Keras 3's model.export().";

  @TempDir private Path temporary;

  private static Path export() {
    return GoldenSavedModels.folder("keras-3-export");
  }

  @Test
  void anExportOfKerasIsReadInTheOrderOfItsVariablesWithoutSeedStates() {
    List<SavedVariable> variables = SavedModel.readVariables(export()).list();

    assertThat(variables)
        .extracting(SavedVariable::shape)
        .containsExactly(
            Shape.of(4, 3),
            Shape.of(3),
            Shape.of(3),
            Shape.of(3),
            Shape.of(3),
            Shape.of(3),
            Shape.of(3, 2),
            Shape.of(2));
    for (int i = 0; i < variables.size(); i++) {
      SavedVariable variable = variables.get(i);
      assertThat(variable.values())
          .as(variable.name())
          .isEqualTo(GoldenSavedModels.values(i, (int) variable.shape().size()));
    }
  }

  @Test
  void theSameModelInJavaPredictsTheSame() {
    float[] sample = {0.5f, -1, 2, 0.25f};
    Weights weights = SavedModel.readVariables(export()).weightsOf(SPEC);
    try (Model model = Model.compile(SPEC, ExampleModel.COMPILE);
        Predictor keras = SavedModel.read(export())) {
      model.loadWeights(weights);

      assertThat(weights.names().get(2)).isEqualTo("batch_normalization/gamma");
      assertThat(model.predict(sample)[1])
          .isCloseTo(keras.predict(sample)[1], Offset.offset(1e-4f));
    }
  }

  @Test
  void modelsOfRhytonAreAlsoRead() {
    Path folder = temporary.resolve("model");
    try (Model model = ExampleModel.EVERY_LAYER.compiled(1)) {
      SavedModel.write(model, folder);

      assertThat(SavedModel.readVariables(folder).weightsOf(model.spec()))
          .isEqualTo(model.weights());
    }
  }

  @Test
  void aWeightOfAnotherShapeIsRejected() {
    ModelSpec wider =
        Sequential.vector(4)
            .add(Dense.of(3))
            .add(BatchNormalization.of())
            .add(Dense.of(5))
            .build("wider");

    assertThatThrownBy(() -> SavedModel.readVariables(export()).weightsOf(wider))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected [3, 5] for weight 'dense_1/kernel',"
                + " got variable 6, 'sequential/dense_1/kernel' of [3, 2]. Build model 'wider'"
                + OTHER_LAYERS,
            export());
  }

  @Test
  void aWrongNumberOfWeightsIsRejected() {
    ModelSpec shorter =
        Sequential.vector(4).add(Dense.of(3)).add(BatchNormalization.of()).build("shorter");
    ModelSpec longer =
        Sequential.vector(4)
            .add(Dense.of(3))
            .add(BatchNormalization.of())
            .add(Dense.of(2))
            .add(Dense.of(1))
            .build("longer");

    assertThatThrownBy(() -> SavedModel.readVariables(export()).weightsOf(shorter))
        .hasMessage(
            "SavedModel '%s': expected 6 variables, got 8. Build model 'shorter'" + OTHER_LAYERS,
            export());
    assertThatThrownBy(() -> SavedModel.readVariables(export()).weightsOf(longer))
        .hasMessage(
            "SavedModel '%s': expected 10 variables, got 8. Build model 'longer'" + OTHER_LAYERS,
            export());
  }

  @Test
  void aModelWithoutAListOfVariablesIsRejected() throws IOException {
    Path folder = copy();
    editObjects(
        folder,
        objects -> {
          SavedObject.Builder root = objects.getNodesBuilder(0);
          for (int i = root.getChildrenCount() - 1; i >= 0; i--) {
            if (root.getChildren(i).getLocalName().equals("variables")) {
              root.removeChildren(i);
            }
          }
        });

    assertRejected(folder, "expected a list of 'variables', got none of that name." + EXPORT);
  }

  @Test
  void variablesOfAnotherTypeAreRejected() throws IOException {
    Path folder = copy();
    editObjects(
        folder,
        objects ->
            objects.getNodesBuilderList().stream()
                .filter(node -> node.getVariable().getName().endsWith("dense/kernel"))
                .forEach(node -> node.getVariableBuilder().setDtype(DataType.DT_HALF)));

    assertRejected(
        folder, "expected variables of float32, got 'sequential/dense/kernel' of half." + EXPORT);
  }

  @Test
  void aVariableWithoutAValueIsRejected() throws IOException {
    Path folder = copy();
    editObjects(
        folder,
        objects -> {
          SavedObject.Builder list =
              objects.getNodesBuilder(
                  objects.getNodes(0).getChildrenList().stream()
                      .filter(child -> child.getLocalName().equals("variables"))
                      .findFirst()
                      .orElseThrow()
                      .getNodeId());
          list.addChildren(list.getChildren(0).toBuilder().setLocalName("9"));
        });

    assertRejected(folder, "expected a value of variable 9, got none." + EXPORT);
  }

  private Path copy() throws IOException {
    Path folder = temporary.resolve("copy");
    SavedModelFolder.copy(export(), folder);
    return folder;
  }

  private static void editObjects(Path folder, Consumer<SavedObjectGraph.Builder> change) {
    SavedModelFolder.edit(
        folder,
        graph -> {
          change.accept(graph.getObjectGraphDefBuilder());
          return graph;
        });
  }

  private static void assertRejected(Path folder, String message) {
    assertThatThrownBy(() -> SavedModel.readVariables(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage("SavedModel '%s': %s", folder, message);
  }
}
