package io.rhyton.savedmodel;

import com.google.protobuf.CodedOutputStream;
import io.rhyton.artifact.StagedFolder;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObjectGraph;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;

/** Writes a model as a SavedModel folder. */
final class SavedModelWriter {
  static final String KIND = "SavedModel";
  static final String FILE = "saved_model.pb";
  static final String TAG = "serve";
  private static final String INIT_OP_SIGNATURE = "__saved_model_init_op";

  private final ResolvedModel model;
  private final TrackedVariables variables;
  private final VariableValues values;
  private final @Nullable Model trainer;

  private SavedModelWriter(
      ResolvedModel model,
      TrackedVariables variables,
      VariableValues values,
      @Nullable Model trainer) {
    this.model = model;
    this.variables = variables;
    this.values = values;
    this.trainer = trainer;
  }

  /** Returns a writer of a compiled model. */
  static SavedModelWriter of(Model model, SavedModelOptions options) {
    ResolvedModel resolved = model.spec().resolve();
    VariableValues values = VariableValues.of(model);
    return options.training()
        ? new SavedModelWriter(
            resolved, TrackedVariables.of(resolved, model.compileSpec().optimizer()), values, model)
        : new SavedModelWriter(resolved, TrackedVariables.of(resolved), values, null);
  }

  /** Returns a writer of a model that is not compiled. */
  static SavedModelWriter of(ModelSpec spec, Weights weights) {
    ResolvedModel resolved = spec.resolve();
    return new SavedModelWriter(
        resolved, TrackedVariables.of(resolved), VariableValues.of(weights), null);
  }

  void write(Path folder) {
    StagedFolder.write(
        KIND,
        folder,
        staging -> {
          ObjectGraph objects = new ObjectGraph(variables);
          TrackableObjectGraph trackables = objects.trackables();
          writeProto(staging.resolve(FILE), metaGraph(objects, trackables));
          Path folderOfValues = Files.createDirectory(staging.resolve("variables"));
          Checkpoint.write(
              folderOfValues.resolve("variables"), variables.all(), values, trackables);
        });
  }

  private MetaGraphDef metaGraph(ObjectGraph objects, TrackableObjectGraph trackables) {
    try (FunctionLibrary library = new FunctionLibrary()) {
      List<ServingSignature> signatures = new ArrayList<>();
      InferenceEndpoints inference = InferenceEndpoints.add(library, model, variables.weights());
      objects.addFunctions(inference);
      signatures.add(inference.signature());
      if (trainer != null) {
        TrainingEndpoints training =
            TrainingEndpoints.add(library, model, trainer.compileSpec(), trainer.seed(), variables);
        objects.addFunctions(training);
        signatures.addAll(training.signatures());
      }
      objects.addSignatures(signatures);
      GraphDef graph =
          MainGraph.build(variables.all(), library.endpoints(), signatures, trackables);
      return metaGraph(graph, objects.build(library.endpoints()), signatures);
    }
  }

  private static void writeProto(Path file, MetaGraphDef metaGraph) throws IOException {
    // The only schema version that TFLite reads.
    writeProto(
        file,
        org.tensorflow.proto.SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(metaGraph)
            .build());
  }

  static void writeProto(Path file, org.tensorflow.proto.SavedModel proto) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      CodedOutputStream coded = CodedOutputStream.newInstance(out);
      // Equal models give equal bytes: map entries are written in order.
      coded.useDeterministicSerialization();
      proto.writeTo(coded);
      coded.flush();
    }
  }

  private static MetaGraphDef metaGraph(
      GraphDef graph, SavedObjectGraph objects, List<ServingSignature> signatures) {
    MetaGraphDef.Builder metaGraph =
        MetaGraphDef.newBuilder()
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
            .putSignatureDef(INIT_OP_SIGNATURE, initSignature())
            .putCollectionDef("saved_model_main_op", nodeList(MainGraph.INIT));
    signatures.forEach(signature -> metaGraph.putSignatureDef(signature.name(), signature.proto()));
    return metaGraph.build();
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
