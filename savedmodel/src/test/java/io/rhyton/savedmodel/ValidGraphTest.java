package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/** Each of these graphs ends the process when TensorFlow loads or runs it. */
class ValidGraphTest {
  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void writeAModel() {
    folder = temporary.resolve("model");
    try (Model model = ExampleModel.EVERY_LAYER.compiled(1)) {
      SavedModel.write(model, folder);
    }
  }

  @Test
  void sizesThatOverflowWhenMultipliedAreRefused() {
    editNode(
        "Placeholder",
        node ->
            node.putAttr(
                "shape", AttrValue.newBuilder().setShape(shape(1L << 40, 1L << 40)).build()));
    assertRefused("shapes of fewer than 2^63 values", "[1099511627776, 1099511627776]");
  }

  @Test
  void negativeSizesAreRefused() {
    editNode(
        "Placeholder",
        node -> node.putAttr("shape", AttrValue.newBuilder().setShape(shape(3, -2)).build()));
    assertRefused("shapes of fewer than 2^63 values", "[3, -2]");
  }

  @Test
  void attributesThatAnOpDoesNotAllowAreRefused() {
    editNode(
        "Conv2D",
        node ->
            node.putAttr(
                "data_format",
                AttrValue.newBuilder().setS(ByteString.copyFromUtf8("NWHC")).build()));
    assertRefused(
        "nodes that conform to the definitions of their ops",
        "op 'Conv2D' with an invalid attribute 'data_format'");
  }

  @Test
  void missingAttributesAreRefused() {
    editNode("Conv2D", node -> node.removeAttr("strides"));
    assertRefused(
        "nodes that conform to the definitions of their ops",
        "op 'Conv2D' with an invalid attribute 'strides'");
  }

  @Test
  void anotherNumberOfInputsIsRefused() {
    editNode("Conv2D", node -> node.addInput("another"));
    assertRefused(
        "nodes that conform to the definitions of their ops", "op 'Conv2D' with 3 inputs");
  }

  @Test
  void aModelThatCanBeTrainedIsCheckedToo() {
    Path trainable = temporary.resolve("trainable");
    try (Model model = TrainingExample.CLASS_INDICES.compiled()) {
      SavedModel.write(model, trainable, SavedModel.withTraining());
    }
    folder = trainable;
    editNode("MatMul", node -> node.addInput("another"));
    assertThatThrownBy(() -> SavedModel.readTrainable(trainable))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("op 'MatMul' with 3 inputs");
  }

  private static TensorShapeProto shape(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return shape.build();
  }

  /** Edits the first node with an op, in the graph or in a function. */
  private void editNode(String op, Consumer<NodeDef.Builder> change) {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          GraphDef.Builder graph = metaGraph.getGraphDefBuilder();
          List<NodeDef.Builder> nodes = new ArrayList<>(graph.getNodeBuilderList());
          graph
              .getLibraryBuilder()
              .getFunctionBuilderList()
              .forEach(function -> nodes.addAll(function.getNodeDefBuilderList()));
          change.accept(
              nodes.stream().filter(node -> node.getOp().equals(op)).findFirst().orElseThrow());
          return metaGraph;
        });
  }

  private void assertRefused(String expected, String received) {
    assertThatThrownBy(() -> SavedModel.read(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected %s, got %s. The folder is damaged, or from another version"
                + " of TensorFlow: save the model again.",
            folder, expected, received);
  }
}
