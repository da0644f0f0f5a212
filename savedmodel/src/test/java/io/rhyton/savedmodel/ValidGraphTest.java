package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/** Each of these graphs ends the process when TensorFlow loads or runs it. */
class ValidGraphTest {
  private static final String CONFORMING = "nodes that conform to the definitions of their ops";

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

  /** TensorFlow would allocate a petabyte, or tries to for a minute. */
  @Test
  void constantsThatAreLargerThanTheirFileAreRefused() {
    editNode(
        "Const",
        node -> {
          AttrValue.Builder value = node.getAttrOrThrow("value").toBuilder();
          value.getTensorBuilder().setTensorShape(shape(1L << 50));
          node.putAttr("value", value.build());
        });
    assertThatThrownBy(() -> SavedModel.read(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected constants of at most 268435456 values, got more. If you"
                + " trust its author, read it with SavedModelOptions.trusted(), or --trust.",
            folder);
  }

  @Test
  void attributesThatAnOpDoesNotAllowAreRefused() {
    editNode(
        "Conv2D",
        node ->
            node.putAttr(
                "data_format",
                AttrValue.newBuilder().setS(ByteString.copyFromUtf8("NWHC")).build()));
    assertRefused(CONFORMING, "op 'Conv2D' with an invalid attribute 'data_format'");
  }

  @Test
  void missingAttributesAreRefused() {
    editNode("Conv2D", node -> node.removeAttr("strides"));
    assertRefused(CONFORMING, "op 'Conv2D' with an invalid attribute 'strides'");
  }

  @Test
  void anotherNumberOfInputsIsRefused() {
    editNode("Conv2D", node -> node.addInput("another"));
    assertRefused(CONFORMING, "op 'Conv2D' with 3 inputs");
  }

  @Test
  void constantsOfAnotherTypeThanTheirValueAreRefused() {
    editNode("Const", node -> node.putAttr("dtype", type(DataType.DT_INT64)));
    assertRefused(CONFORMING, "op 'Const' with an invalid attribute 'value'");
  }

  @Test
  void moreOutputsThanAnyOpHasAreRefused() {
    editNode(
        "Identity",
        node ->
            node.setOp("Unpack")
                .putAttr("T", type(DataType.DT_FLOAT))
                .putAttr("num", AttrValue.newBuilder().setI(1L << 40).build()));
    assertRefused(CONFORMING, "op 'Unpack' with 2147483647 outputs");
  }

  @Test
  void tensorsOfAnotherTypeInAFunctionAreRefused() {
    editNode("Fill", node -> node.putAttr("index_type", type(DataType.DT_INT32)));
    assertRefused(CONFORMING, "op 'Fill' with tensors of [int64, float] instead of [int32, float]");
  }

  @Test
  void tensorsThatAFunctionDoesNotComputeAreRefused() {
    editNode("Fill", node -> node.setInput(0, "absent:output:0"));
    assertRefused(CONFORMING, "op 'Fill' with a tensor that does not exist");
  }

  @Test
  void resultsOfAnotherTypeThanTheSignatureOfTheirFunctionAreRefused() {
    editFunction(
        function -> {
          String dims = firstNode(function, "Fill").orElseThrow().getInput(0);
          function.putRet(function.getSignature().getOutputArg(0).getName(), dims);
        });
    assertRefused(CONFORMING, "a function that returns tensors of [int64] instead of [float]");
  }

  @Test
  void callsOfFunctionsOfOtherTypesAreRefused() {
    editNode(
        "StatefulPartitionedCall",
        node -> node.putAttr("Tout", AttrValue.newBuilder().setList(types()).build()));
    assertRefused(CONFORMING, "op 'StatefulPartitionedCall' with a function of other types");
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

  private static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  private static AttrValue.ListValue types(DataType... types) {
    return AttrValue.ListValue.newBuilder().addAllType(List.of(types)).build();
  }

  private static Optional<NodeDef> firstNode(FunctionDef.Builder function, String op) {
    return function.getNodeDefList().stream().filter(node -> node.getOp().equals(op)).findFirst();
  }

  /** Edits the first function with a {@code Fill}. */
  private void editFunction(Consumer<FunctionDef.Builder> change) {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          change.accept(
              metaGraph.getGraphDefBuilder().getLibraryBuilder().getFunctionBuilderList().stream()
                  .filter(function -> firstNode(function, "Fill").isPresent())
                  .findFirst()
                  .orElseThrow());
          return metaGraph;
        });
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
