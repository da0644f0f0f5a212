package io.rhyton.savedmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.ByteString;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.error.MessageText;
import io.rhyton.inference.Predictor;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Every case adds something to the graph of a SavedModel that Rhyton wrote. */
class UntrustedGraphTest {
  private static final String INIT = "__saved_model_init_op";
  private static final String CALL = "StatefulPartitionedCall";

  @TempDir private static Path original;

  @TempDir private Path temporary;

  private Path folder = Path.of("");

  @BeforeAll
  static void writeTheOriginal() {
    try (Model model = ExampleModel.VECTORS.compiled(1)) {
      SavedModel.write(model, original.resolve("model"), SavedModel.withTraining());
    }
  }

  @BeforeEach
  void copyTheOriginal() throws IOException {
    folder = temporary.resolve("model");
    SavedModelFolder.copy(original.resolve("model"), folder);
  }

  private void edit(Consumer<MetaGraphDef.Builder> change) {
    SavedModelFolder.edit(
        folder,
        metaGraph -> {
          change.accept(metaGraph);
          return metaGraph;
        });
  }

  private static NodeDef.Builder node(String name, String op, String... inputs) {
    NodeDef.Builder node = NodeDef.newBuilder().setName(name).setOp(op);
    for (String input : inputs) {
      node.addInput(input);
    }
    return node;
  }

  private static NodeDef call(String name, String function, String... inputs) {
    AttrValue.Builder value = AttrValue.newBuilder();
    value.getFuncBuilder().setName(function);
    return node(name, CALL, inputs).putAttr("f", value.build()).build();
  }

  private static NodeDef text(String name, String text) {
    TensorProto value =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .setTensorShape(TensorShapeProto.getDefaultInstance())
            .addStringVal(ByteString.copyFromUtf8(text))
            .build();
    return node(name, "Const")
        .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_STRING).build())
        .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
        .build();
  }

  private static void addFunction(
      MetaGraphDef.Builder metaGraph, String name, String argument, NodeDef... nodes) {
    FunctionDef.Builder function = FunctionDef.newBuilder();
    function
        .getSignatureBuilder()
        .setName(name)
        .addInputArg(OpDef.ArgDef.newBuilder().setName(argument).setType(DataType.DT_STRING));
    for (NodeDef node : nodes) {
      function.addNodeDef(node);
    }
    metaGraph.getGraphDefBuilder().getLibraryBuilder().addFunction(function);
  }

  /** Makes all outputs depend on a node. */
  private static void runWhenPredicting(MetaGraphDef.Builder metaGraph, String name) {
    String output =
        metaGraph
            .getSignatureDefOrThrow("serving_default")
            .getOutputsMap()
            .values()
            .iterator()
            .next()
            .getName();
    metaGraph.getGraphDefBuilder().getNodeBuilderList().stream()
        .filter(node -> output.startsWith(node.getName() + ":"))
        .forEach(node -> node.addInput("^" + name));
  }

  private void assertRefused(String received) {
    assertThatThrownBy(() -> SavedModel.read(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "SavedModel '%s': expected a graph that touches only its own variables and assets, got"
                + " %s. If you trust its author, read it with SavedModelOptions.trusted(), or --trust.",
            folder, received);
  }

  @Test
  void anOpOnFilesIsRefusedEvenIfNothingRunsIt() {
    edit(
        metaGraph -> {
          metaGraph.getGraphDefBuilder().addNode(node("w", "WriteFile", "a", "b"));
          addFunction(metaGraph, "reads", "name", node("r", "ReadFile", "name").build());
        });
    assertRefused("ops ReadFile, WriteFile");
    assertThatThrownBy(() -> SavedModel.readTrainable(folder))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("got ops ReadFile, WriteFile.");
  }

  @Test
  void whatATrustedAuthorWroteIsRun() throws IOException {
    Path file = temporary.resolve("written");
    edit(
        metaGraph -> {
          metaGraph
              .getGraphDefBuilder()
              .addNode(text("name", file.toString()))
              .addNode(text("content", "hello"))
              .addNode(node("w", "WriteFile", "name", "content"));
          runWhenPredicting(metaGraph, "w");
        });
    assertRefused("ops WriteFile");
    try (Predictor predictor = SavedModel.read(folder, SavedModelOptions.trusted())) {
      predictor.predict(new float[1][(int) predictor.inputShape().get(1)]);
    }
    assertThat(file).hasContent("hello");
  }

  @Test
  void aPredictionRestoresNothing() {
    edit(
        metaGraph -> {
          metaGraph
              .getGraphDefBuilder()
              .addNode(text("prefix", "/somewhere/else"))
              .addNode(node("r", "RestoreV2", "prefix", "prefix", "prefix"));
          runWhenPredicting(metaGraph, "r");
        });
    assertRefused("op 'RestoreV2' on a file of its choice");
  }

  @Test
  void aFunctionThatAPredictionCallsRestoresNothing() {
    edit(
        metaGraph -> {
          addFunction(metaGraph, "inner", "p", node("r", "RestoreV2", "p", "p", "p").build());
          addFunction(metaGraph, "outer", "q", call("c", "inner", "q"));
          metaGraph
              .getGraphDefBuilder()
              .addNode(text("prefix", "/somewhere/else"))
              .addNode(call("c", "outer", "prefix"));
          runWhenPredicting(metaGraph, "c");
        });
    assertRefused("function 'outer', which reads or writes files");
  }

  @Test
  void onlyTheOwnVariablesAreRestored() {
    edit(
        metaGraph -> {
          String fileName = metaGraph.getSaverDef().getFilenameTensorName();
          addFunction(
              metaGraph,
              "restore",
              "p",
              text("prefix", "/somewhere/else"),
              node("r", "RestoreV2", "prefix:output:0", "p", "p").build());
          metaGraph.getGraphDefBuilder().addNode(call("c", "restore", fileName));
          metaGraph.getSaverDefBuilder().setRestoreOpName("c");
        });
    assertRefused("op 'RestoreV2' on a file of its choice");
  }

  @Test
  void theOwnVariablesMayBeRestoredByAFunctionThatCallsItself() {
    edit(
        metaGraph -> {
          String fileName = metaGraph.getSaverDef().getFilenameTensorName();
          addFunction(
              metaGraph,
              "restore",
              "p",
              node("r", "RestoreV2", "p", "p", "p").build(),
              call("again", "restore", "p"));
          metaGraph.getGraphDefBuilder().addNode(call("c", "restore", fileName));
          metaGraph.getSaverDefBuilder().setRestoreOpName("c");
        });
    MetaGraphDef metaGraph = SavedModelFolder.metaGraph(folder);
    assertThatCode(() -> UntrustedGraph.require(folder, metaGraph)).doesNotThrowAnyException();
  }

  @Test
  void aTableIsInitializedFromAnAsset() throws IOException {
    addTable("vocabulary.txt");
    Files.writeString(
        Files.createDirectories(folder.resolve("assets")).resolve("vocabulary.txt"), "a\nb\n");
    try (Predictor predictor = SavedModel.read(folder)) {
      assertThat(predictor.outputShapes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../vocabulary.txt", "/etc/hostname", "missing.txt", "\0"})
  void anAssetIsInTheOwnFolder(String name) throws IOException {
    addTable(name);
    Files.writeString(temporary.resolve("vocabulary.txt"), "a\nb\n");
    assertRefused("the asset " + MessageText.name(name));
  }

  @Test
  void anAssetIsNoLinkToAnotherFile() throws IOException {
    addTable("vocabulary.txt");
    Path other = Files.writeString(temporary.resolve("other"), "a\nb\n");
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("assets")).resolve("vocabulary.txt"), other);
    assertRefused("the asset 'vocabulary.txt'");
  }

  private void addTable(String asset) {
    edit(
        metaGraph -> {
          AttrValue text = AttrValue.newBuilder().setType(DataType.DT_STRING).build();
          AttrValue integer = AttrValue.newBuilder().setType(DataType.DT_INT64).build();
          metaGraph
              .getGraphDefBuilder()
              .addNode(text("asset_path", "replaced when it is loaded"))
              .addNode(
                  node("table", "HashTableV2")
                      .putAttr("key_dtype", text)
                      .putAttr("value_dtype", integer))
              .addNode(
                  node("initialize_table", "InitializeTableFromTextFileV2", "table", "asset_path")
                      .putAttr("key_index", AttrValue.newBuilder().setI(-2).build())
                      .putAttr("value_index", AttrValue.newBuilder().setI(-1).build()));
          metaGraph
              .addAssetFileDefBuilder()
              .setFilename(asset)
              .setTensorInfo(TensorInfo.newBuilder().setName("asset_path:0"));
          metaGraph.putSignatureDef(
              INIT,
              SignatureDef.newBuilder()
                  .putOutputs(INIT, TensorInfo.newBuilder().setName("initialize_table").build())
                  .build());
        });
  }

  @Test
  void aPredictionInitializesNoTable() {
    addTable("vocabulary.txt");
    edit(
        metaGraph -> {
          metaGraph.clearAssetFileDef().removeSignatureDef(INIT);
          runWhenPredicting(metaGraph, "initialize_table");
        });
    assertRefused("op 'InitializeTableFromTextFileV2' on a file of its choice");
  }

  @Test
  void aFunctionDoesNotReplaceAnOp() {
    edit(metaGraph -> addFunction(metaGraph, "MatMul", "a"));
    assertRefused("a function with the name of the op 'MatMul'");
  }

  @Test
  void aModelPrintsToTheConsoleAndNotIntoAFile() {
    edit(metaGraph -> metaGraph.getGraphDefBuilder().addNode(print("stderr")));
    MetaGraphDef toConsole = SavedModelFolder.metaGraph(folder);
    assertThatCode(() -> UntrustedGraph.require(folder, toConsole)).doesNotThrowAnyException();
    edit(metaGraph -> metaGraph.getGraphDefBuilder().addNode(print("file:///tmp/x")));
    assertRefused("ops PrintV2");
  }

  private static NodeDef.Builder print(String stream) {
    AttrValue value = AttrValue.newBuilder().setS(ByteString.copyFromUtf8(stream)).build();
    return node("print-" + stream.length(), "PrintV2", "x").putAttr("output_stream", value);
  }

  @Test
  void functionsThatCallEachOtherTwiceTakeLinearTime() {
    edit(
        metaGraph -> {
          String fileName = metaGraph.getSaverDef().getFilenameTensorName();
          addFunction(metaGraph, "f0", "p", node("r", "RestoreV2", "p", "p", "p").build());
          for (int i = 1; i <= 60; i++) {
            String inner = "f" + (i - 1);
            addFunction(
                metaGraph, "f" + i, "p", call("first", inner, "p"), call("second", inner, "p"));
          }
          metaGraph.getGraphDefBuilder().addNode(call("c", "f60", fileName));
          metaGraph.getSaverDefBuilder().setRestoreOpName("c");
        });
    MetaGraphDef metaGraph = SavedModelFolder.metaGraph(folder);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> UntrustedGraph.require(folder, metaGraph));
  }

  @Test
  void nodesWithoutTheirLastInputsAreRefused() {
    edit(
        metaGraph ->
            metaGraph
                .getGraphDefBuilder()
                .getNodeBuilderList()
                .forEach(
                    node -> {
                      List<String> inputs = List.copyOf(node.getInputList());
                      node.clearInput().addAllInput(inputs.subList(0, Math.min(1, inputs.size())));
                    }));
    assertThatThrownBy(() -> SavedModel.read(folder).close())
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("nodes that conform to the definitions of their ops");
  }

  @Test
  void everyAllowedOpExistsAndNoneTouchesFiles() {
    assertThat(TensorFlow.registeredOpList().getOpList())
        .extracting(OpDef::getName)
        .containsAll(AllowedOps.names());
    assertThat(AllowedOps.names())
        .doesNotContain(
            "ReadFile",
            "WriteFile",
            "MatchingFiles",
            "SaveV2",
            "RestoreV2",
            "ImmutableConst",
            "DecodeProtoV2",
            "EncodeProto",
            "PyFunc",
            "EagerPyFunc",
            "PyFuncStateless",
            "PrintV2",
            "LoadAndRemapMatrix",
            "GenerateVocabRemapping",
            "DebugIdentityV2",
            "RpcCall",
            "TextLineDataset",
            "CreateSummaryFileWriter",
            "Abort");
  }
}
