package io.rhyton.savedmodel;

import com.google.protobuf.CodedOutputStream;
import io.rhyton.artifact.StagedFolder;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;

/** Writes one model as a SavedModel folder. */
final class SavedModelWriter {
  static final String KIND = "SavedModel";
  static final String FILE = "saved_model.pb";
  static final String TAG = "serve";
  private static final String INIT_OP_SIGNATURE = "__saved_model_init_op";

  private final ResolvedModel model;
  private final Weights weights;
  private final List<TrackedVariable> variables = new ArrayList<>();

  SavedModelWriter(ResolvedModel model, Weights weights) {
    this.model = model;
    this.weights = weights;
    for (WeightSpec weight : model.weights()) {
      variables.add(new TrackedVariable(weight, variables.size()));
    }
  }

  void write(Path folder) {
    StagedFolder.write(
        KIND,
        folder,
        staging -> {
          ObjectGraph objects =
              new ObjectGraph(model.inputShape(), model.outputShape(), inputName(), variables);
          TrackableObjectGraph trackables = objects.trackables();
          MetaGraphDef metaGraph;
          try (EndpointFunctions endpoints = new EndpointFunctions(model, variables)) {
            GraphDef graph = MainGraph.build(model, variables, endpoints, trackables);
            metaGraph = metaGraph(graph, objects.withFunctions(endpoints));
          }
          writeProto(staging.resolve(FILE), metaGraph);
          Path values = Files.createDirectory(staging.resolve("variables"));
          Checkpoint.write(values.resolve("variables"), variables, weights, trackables);
        });
  }

  private String inputName() {
    return model.inputs().get(0);
  }

  private static void writeProto(Path file, MetaGraphDef metaGraph) throws IOException {
    // TFLite reads no other schema version.
    org.tensorflow.proto.SavedModel proto =
        org.tensorflow.proto.SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(metaGraph)
            .build();
    try (OutputStream out = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      // One model is one file, byte for byte: maps are written in order.
      coded.useDeterministicSerialization();
      proto.writeTo(coded);
      coded.flush();
    }
  }

  private MetaGraphDef metaGraph(GraphDef graph, SavedObjectGraph objects) {
    return MetaGraphDef.newBuilder()
        .setGraphDef(graph)
        .setObjectGraphDef(objects)
        .setMetaInfoDef(
            MetaGraphDef.MetaInfoDef.newBuilder()
                .addTags(TAG)
                .setTensorflowVersion(TensorFlow.version())
                .setTensorflowGitVersion("unknown"))
        .setSaverDef(
            SaverDef.newBuilder()
                .setFilenameTensorName(MainGraph.SAVER_FILENAME + ":0")
                .setSaveTensorName(MainGraph.SAVE + ":0")
                .setRestoreOpName(MainGraph.RESTORE)
                .setVersion(SaverDef.CheckpointFormatVersion.V2))
        .putSignatureDef(ObjectGraph.DEFAULT_SIGNATURE, defaultSignature())
        .putSignatureDef(INIT_OP_SIGNATURE, initSignature())
        .putCollectionDef("saved_model_main_op", nodeList(MainGraph.INIT))
        .build();
  }

  private SignatureDef defaultSignature() {
    return SignatureDef.newBuilder()
        .setMethodName("tensorflow/serving/predict")
        .putInputs(inputName(), tensor(MainGraph.INPUT, model.inputShape()))
        .putOutputs(EndpointFunctions.OUTPUT, tensor(MainGraph.OUTPUT, model.outputShape()))
        .build();
  }

  private static TensorInfo tensor(String node, Shape shape) {
    return TensorInfo.newBuilder()
        .setName(node + ":0")
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(Protos.shape(shape))
        .build();
  }

  private static SignatureDef initSignature() {
    TensorInfo init =
        TensorInfo.newBuilder()
            .setName(MainGraph.INIT)
            .setTensorShape(TensorShapeProto.newBuilder().setUnknownRank(true))
            .build();
    return SignatureDef.newBuilder().putOutputs(INIT_OP_SIGNATURE, init).build();
  }

  private static CollectionDef nodeList(String node) {
    return CollectionDef.newBuilder()
        .setNodeList(CollectionDef.NodeList.newBuilder().addValue(node))
        .build();
  }
}
