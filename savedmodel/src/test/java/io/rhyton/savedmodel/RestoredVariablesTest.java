package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.NodeDef;

/** A SavedModel whose checkpoint does not fit its graph makes TensorFlow write out of bounds. */
class RestoredVariablesTest {
  @TempDir private Path temporary;

  @Test
  void aVariableOfAnotherShapeThanInTheGraphIsRefused() {
    Path folder = temporary.resolve("model");
    try (Model model = ExampleModel.EVERY_LAYER.compiled(1)) {
      SavedModel.write(model, folder);
    }
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          List<NodeDef.Builder> assignments =
              metaGraph.getGraphDefBuilder().getNodeBuilderList().stream()
                  .filter(node -> node.getOp().equals("AssignVariableOp"))
                  .toList();
          NodeDef.Builder bias = assignments.get(1);
          assertThat(bias.getInput(0)).isEqualTo("conv2d/bias");
          bias.setInput(1, assignments.get(0).getInput(1));
          return metaGraph;
        });
    assertThatThrownBy(() -> SavedModel.read(folder).close())
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected a variable 'conv2d/bias' of shape [8], got [3, 3, 3, 8]. The"
                + " folder is damaged: save the model again.",
            folder);
  }
}
