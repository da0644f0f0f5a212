package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.training.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** The content of a folder that is written with training. */
class TrainingContentTest {
  @TempDir private static Path temporary;

  private static MetaGraphDef metaGraph = MetaGraphDef.getDefaultInstance();

  @BeforeAll
  static void writeAModel() {
    Path folder = temporary.resolve("model");
    try (Model model = TrainingExample.CLASS_INDICES.compiled()) {
      SavedModel.write(model, folder, SavedModel.withTraining());
    }
    metaGraph = SavedModelFolder.metaGraph(folder);
  }

  @Test
  void bothFunctionsHaveSignatures() {
    for (String name : new String[] {"train_step", "evaluate"}) {
      SignatureDef signature = metaGraph.getSignatureDefOrThrow(name);

      assertThat(signature.getInputsMap()).containsOnlyKeys("x", "y");
      assertThat(signature.getInputsOrThrow("x").getDtype()).isEqualTo(DataType.DT_FLOAT);
      assertThat(signature.getInputsOrThrow("y").getDtype()).isEqualTo(DataType.DT_INT64);
      assertThat(signature.getOutputsMap()).containsOnlyKeys("accuracy", "loss");
      assertThat(signature.getOutputsMap().values())
          .allMatch(output -> output.getTensorShape().getDimCount() == 0)
          .extracting(TensorInfo::getName)
          .doesNotHaveDuplicates();
    }
  }

  /** Otherwise Python drops a step whose outputs are unused. */
  @Test
  void theTrainStepDeclaresThatItsUpdatesMustRun() {
    for (FunctionDef function : metaGraph.getGraphDef().getLibrary().getFunctionList()) {
      String name = function.getSignature().getName();
      boolean trains = name.contains("train");

      assertThat(function.getSignature().getIsStateful()).as(name).isTrue();
      assertThat(function.getControlRetCount() > 0).as(name).isEqualTo(trains);
      assertThat(function.getSignature().getControlOutputList())
          .as(name)
          .hasSize(function.getControlRetCount());
    }
  }

  @Test
  void theOptimizerVariablesAreNotModelVariables() {
    SavedObjects objects = SavedObjects.of(metaGraph);

    assertThat(objects.list("optimizer_variables"))
        .hasSize(2 + 2 * 5)
        .doesNotContainAnyElementsOf(objects.list("variables"))
        .extracting(node -> objects.object(node).getVariable().getName())
        .startsWith(
            "optimizer/iteration",
            "optimizer/learning_rate",
            "conv2d/kernel/momentum",
            "conv2d/kernel/velocity",
            "batch_normalization/gamma/momentum");
  }
}
