package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rhyton.execution.Execution;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.training.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.EagerSession;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.train.Restore;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/** The content of a folder that {@link SavedModel} wrote. */
class SavedModelContentTest {
  private static final ModelSpec SPEC =
      Sequential.vector(3)
          .add(Dense.of(2))
          .add(BatchNormalization.of())
          .add(Dense.of(1).useBias(false))
          .build("content");

  @TempDir private static Path temporary;

  private static Path folder = Path.of("");
  private static List<float[]> values = List.of();
  private static MetaGraphDef metaGraph = MetaGraphDef.getDefaultInstance();

  @BeforeAll
  static void writeAModel() throws IOException {
    folder = temporary.resolve("model");
    try (Model model =
        Model.compile(SPEC, ExampleModel.COMPILE, Execution.defaults().device("/CPU:0"))) {
      SavedModel.write(model, folder);
      values = model.weights().names().stream().map(model.weights()::values).toList();
    }
    metaGraph = SavedModelFolder.read(folder).getMetaGraphs(0);
  }

  @Test
  void theFolderContainsTheGraphAndTheValues() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> folder.relativize(file).toString().replace('\\', '/')))
          .containsExactlyInAnyOrder(
              "",
              "saved_model.pb",
              "variables",
              "variables/variables.data-00000-of-00001",
              "variables/variables.index");
    }
  }

  @Test
  void noOpIsBoundToADevice() {
    GraphDef graph = metaGraph.getGraphDef();
    assertThat(graph.getNodeList()).extracting(NodeDef::getDevice).containsOnly("");
    assertThat(graph.getLibrary().getFunctionList())
        .flatExtracting(FunctionDef::getNodeDefList)
        .extracting(NodeDef::getDevice)
        .containsOnly("");
  }

  @Test
  void noTemporaryFilesRemainBesideTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).containsExactly(folder);
    }
  }

  @Test
  void theFolderHasDefaultPermissions() throws IOException {
    Path other = Files.createDirectory(temporary.resolve("other"));
    try {
      assumeThat(Files.getFileStore(other).supportsFileAttributeView("posix")).isTrue();
      assertThat(Files.getPosixFilePermissions(folder))
          .isEqualTo(Files.getPosixFilePermissions(other));
    } finally {
      Files.delete(other);
    }
  }

  @Test
  void theSchemaVersionIsTheOneThatTfLiteReads() throws IOException {
    org.tensorflow.proto.SavedModel model = SavedModelFolder.read(folder);

    assertThat(model.getSavedModelSchemaVersion()).isEqualTo(1);
    assertThat(model.getMetaGraphsList()).hasSize(1);
  }

  @Test
  void theGraphIsTaggedForServing() {
    assertThat(metaGraph.getMetaInfoDef().getTagsList()).containsExactly("serve");
    assertThat(metaGraph.getMetaInfoDef().getTensorflowVersion()).isEqualTo(TensorFlow.version());
  }

  @Test
  void theDefaultSignatureGoesFromTheInputLayerToOutputZero() {
    assertThat(metaGraph.getSignatureDefMap())
        .containsOnlyKeys("serving_default", "__saved_model_init_op");
    SignatureDef signature = metaGraph.getSignatureDefOrThrow("serving_default");

    assertThat(signature.getMethodName()).isEqualTo("tensorflow/serving/predict");
    assertThat(signature.getInputsMap())
        .containsOnlyKeys("input_layer")
        .containsValue(tensor("serving_default_inputs:0", Shape.of(-1, 3)));
    assertThat(signature.getOutputsMap())
        .containsOnlyKeys("output_0")
        .containsValue(tensor("StatefulPartitionedCall:0", Shape.of(-1, 1)));
  }

  private static TensorInfo tensor(String name, Shape shape) {
    return TensorInfo.newBuilder()
        .setName(name)
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(Protos.shape(shape))
        .build();
  }

  @Test
  void theGraphRestoresItself() {
    SaverDef saver = metaGraph.getSaverDef();

    assertThat(saver.getVersion()).isEqualTo(SaverDef.CheckpointFormatVersion.V2);
    assertThat(nodes())
        .contains(
            nameOf(saver.getFilenameTensorName()),
            nameOf(saver.getSaveTensorName()),
            saver.getRestoreOpName());
    assertThat(metaGraph.getCollectionDefOrThrow("saved_model_main_op").getNodeList().getValue(0))
        .isEqualTo("init")
        .isIn(nodes());
  }

  private static String nameOf(String tensor) {
    return tensor.substring(0, tensor.indexOf(':'));
  }

  @Test
  void eachVariableIsNamedAfterItsWeight() {
    assertThat(metaGraph.getGraphDef().getNodeList())
        .filteredOn(node -> node.getOp().equals("VarHandleOp"))
        .allSatisfy(
            node ->
                assertThat(node.getAttrOrThrow("shared_name").getS().toStringUtf8())
                    .isEqualTo(node.getName()))
        .extracting(NodeDef::getName)
        .containsExactly(
            "dense/kernel",
            "dense/bias",
            "batch_normalization/gamma",
            "batch_normalization/beta",
            "batch_normalization/moving_mean",
            "batch_normalization/moving_variance",
            "dense_1/kernel");
  }

  @Test
  void functionsCallNoFunctions() {
    GraphDef graph = metaGraph.getGraphDef();

    assertThat(graph.getLibrary().getFunctionList())
        .hasSize(5)
        .flatExtracting(org.tensorflow.proto.FunctionDef::getNodeDefList)
        .extracting(NodeDef::getOp)
        .doesNotContain("PartitionedCall", "StatefulPartitionedCall");
  }

  @Test
  void theObjectsEqualTheGoldenFile() throws IOException {
    assertThat(ObjectGraphText.of(metaGraph.getObjectGraphDef()))
        .isEqualToNormalizingNewlines(resource("object-graph.txt"));
  }

  @Test
  void theCheckpointContainsTheValuesByPath() {
    try (EagerSession session = EagerSession.create()) {
      Ops tf = Ops.create(session);
      for (int i = 0; i < values.size(); i++) {
        Restore restored =
            tf.train.restore(
                tf.constant(folder.resolve("variables/variables").toString()),
                TensorStrings.vector(tf, List.of("variables/" + i + "/.ATTRIBUTES/VARIABLE_VALUE")),
                TensorStrings.vector(tf, List.of("")),
                List.of(TFloat32.class));
        TFloat32 tensor = (TFloat32) restored.tensors().get(0).asTensor();
        float[] read = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(read);
        assertThat(read).isEqualTo(values.get(i));
      }
    }
  }

  private static List<String> nodes() {
    return metaGraph.getGraphDef().getNodeList().stream().map(NodeDef::getName).toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SavedModelContentTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
