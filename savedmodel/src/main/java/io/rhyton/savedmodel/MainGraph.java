package io.rhyton.savedmodel;

import io.rhyton.graph.VariableHandle;
import io.rhyton.model.ResolvedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.Restore;
import org.tensorflow.op.train.Save;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.ResourceHandleProto;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * The graph of a SavedModel: what loaders use that know signatures and variables but no objects.
 */
final class MainGraph {
  static final String INPUT = "serving_default_inputs";
  static final String OUTPUT = "StatefulPartitionedCall";
  static final String INIT = "init";
  static final String SAVER_FILENAME = "saver_filename";
  static final String SAVE = "save_control_dependency";
  static final String RESTORE = "save_restore_all";

  private MainGraph() {}

  static GraphDef build(
      ResolvedModel model,
      List<TrackedVariable> variables,
      EndpointFunctions endpoints,
      TrackableObjectGraph trackables) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      endpoints.all().forEach(graph::attachFunction);
      List<Output<TFloat32>> handles = new ArrayList<>();
      for (TrackedVariable variable : variables) {
        handles.add(
            VariableHandle.create(
                graph, tf, variable.weight().name(), DataType.DT_FLOAT, variable.weight().shape()));
      }
      addCall(tf, model.inputShape(), handles, endpoints);
      Placeholder<TString> filename =
          tf.withName(SAVER_FILENAME).placeholder(TString.class, Placeholder.shape(Shape.scalar()));
      addSave(tf, filename, variables, handles, trackables);
      addRestore(tf, filename, variables, handles);
      tf.withName(INIT).noOp();
      return withHandleData(graph.toGraphDef(), variables);
    }
  }

  private static void addCall(
      Ops tf, Shape inputShape, List<Output<TFloat32>> handles, EndpointFunctions endpoints) {
    List<Operand<?>> arguments = new ArrayList<>();
    arguments.add(tf.withName(INPUT).placeholder(TFloat32.class, Placeholder.shape(inputShape)));
    arguments.addAll(handles);
    tf.withName(OUTPUT)
        .statefulPartitionedCall(arguments, List.of(TFloat32.class), endpoints.signature());
  }

  private static void addSave(
      Ops tf,
      Operand<TString> filename,
      List<TrackedVariable> variables,
      List<Output<TFloat32>> handles,
      TrackableObjectGraph trackables) {
    List<Operand<?>> values = new ArrayList<>();
    handles.forEach(handle -> values.add(tf.readVariableOp(handle, TFloat32.class)));
    values.add(TensorStrings.bytes(tf, trackables));
    List<String> keys = Checkpoint.keys(variables);
    Save save =
        tf.train.save(
            filename,
            TensorStrings.vector(tf, keys),
            TensorStrings.vector(tf, Checkpoint.wholeTensors(keys.size())),
            values);
    tf.withControlDependencies(List.of(save)).withName(SAVE).identity(filename);
  }

  private static void addRestore(
      Ops tf,
      Operand<TString> filename,
      List<TrackedVariable> variables,
      List<Output<TFloat32>> handles) {
    List<Op> assigned = new ArrayList<>();
    if (!variables.isEmpty()) {
      List<Class<? extends TType>> types = Collections.nCopies(variables.size(), TFloat32.class);
      Restore restore =
          tf.train.restore(
              filename,
              TensorStrings.vector(
                  tf, variables.stream().map(TrackedVariable::checkpointKey).toList()),
              TensorStrings.vector(tf, Checkpoint.wholeTensors(variables.size())),
              types);
      for (int i = 0; i < handles.size(); i++) {
        assigned.add(tf.assignVariableOp(handles.get(i), restore.tensors().get(i)));
      }
    }
    tf.withControlDependencies(assigned).withName(RESTORE).noOp();
  }

  /** Says of every captured resource what it holds, which TensorFlow Java leaves out. */
  private static GraphDef withHandleData(GraphDef graph, List<TrackedVariable> variables) {
    GraphDef.Builder described = graph.toBuilder();
    for (FunctionDef.Builder function : described.getLibraryBuilder().getFunctionBuilderList()) {
      int index = 0;
      for (OpDef.ArgDef.Builder argument :
          function.getSignatureBuilder().getInputArgBuilderList()) {
        if (argument.getType() == DataType.DT_RESOURCE) {
          argument.addHandleData(
              ResourceHandleProto.DtypeAndShape.newBuilder()
                  .setDtype(DataType.DT_FLOAT)
                  .setShape(variables.get(index).shapeProto()));
          index++;
        }
      }
    }
    return described.build();
  }
}
