package io.rhyton.savedmodel;

import io.rhyton.graph.variable.VariableHandle;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
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
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** The graph of a SavedModel, for loaders that support signatures and variables but not objects. */
final class MainGraph {
  static final String INIT = "init";
  static final String SAVER_FILENAME = "saver_filename";
  static final String SAVE = "save_control_dependency";
  static final String RESTORE = "save_restore_all";

  private MainGraph() {}

  /**
   * Builds the graph.
   *
   * @param variables all variables; the function of a signature captures a prefix of them, or all
   */
  static GraphDef build(
      List<TrackedVariable> variables,
      List<Endpoint> endpoints,
      List<ServingSignature> signatures,
      TrackableObjectGraph trackables) {
    try (Graph graph = NativeRuntime.newGraph()) {
      Ops tf = Ops.create(graph);
      endpoints.forEach(endpoint -> graph.attachFunction(endpoint.function()));
      List<Output<?>> handles = new ArrayList<>();
      for (TrackedVariable variable : variables) {
        handles.add(
            VariableHandle.create(graph, tf, variable.name(), variable.type(), variable.shape()));
      }
      signatures.forEach(signature -> addCall(tf, signature, handles));
      Placeholder<TString> filename =
          tf.withName(SAVER_FILENAME).placeholder(TString.class, Placeholder.shape(Shape.scalar()));
      addSave(tf, filename, variables, handles, trackables);
      addRestore(tf, filename, variables, handles);
      tf.withName(INIT).noOp();
      return described(graph.toGraphDef(), endpoints);
    }
  }

  private static void addCall(Ops tf, ServingSignature signature, List<Output<?>> handles) {
    List<Operand<?>> arguments = new ArrayList<>();
    for (int i = 0; i < signature.inputs().size(); i++) {
      TensorSpec input = signature.inputs().get(i);
      arguments.add(
          tf.withName(signature.placeholders().get(i))
              .placeholder(type(input.type()), Placeholder.shape(input.shape())));
    }
    arguments.addAll(handles.subList(0, signature.endpoint().captures().size()));
    tf.withName(signature.call())
        .statefulPartitionedCall(
            arguments,
            signature.outputs().stream()
                .<Class<? extends TType>>map(output -> type(output.type()))
                .toList(),
            signature.endpoint().function());
  }

  private static Class<? extends TType> type(DataType type) {
    return type == DataType.DT_INT64 ? TInt64.class : TFloat32.class;
  }

  private static void addSave(
      Ops tf,
      Operand<TString> filename,
      List<TrackedVariable> variables,
      List<Output<?>> handles,
      TrackableObjectGraph trackables) {
    List<Operand<?>> values = new ArrayList<>();
    for (int i = 0; i < handles.size(); i++) {
      values.add(tf.readVariableOp(handles.get(i), type(variables.get(i).type())));
    }
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
      Ops tf, Operand<TString> filename, List<TrackedVariable> variables, List<Output<?>> handles) {
    List<Op> assigned = new ArrayList<>();
    if (!variables.isEmpty()) {
      List<Class<? extends TType>> types = new ArrayList<>();
      variables.forEach(variable -> types.add(type(variable.type())));
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

  /**
   * Adds what TensorFlow Java omits: the type and shape of every captured resource, and that
   * functions have side effects. Otherwise Python would drop a call whose outputs are unused.
   */
  private static GraphDef described(GraphDef graph, List<Endpoint> endpoints) {
    GraphDef.Builder described = graph.toBuilder();
    for (FunctionDef.Builder function : described.getLibraryBuilder().getFunctionBuilderList()) {
      for (Endpoint endpoint : endpoints) {
        if (endpoint.name().equals(function.getSignature().getName())) {
          describeCaptures(function, endpoint.captures());
          describeUpdates(function, endpoint.updates());
        }
      }
    }
    return described.build();
  }

  private static void describeCaptures(
      FunctionDef.Builder function, List<TrackedVariable> captures) {
    int index = 0;
    for (OpDef.ArgDef.Builder argument : function.getSignatureBuilder().getInputArgBuilderList()) {
      if (argument.getType() == DataType.DT_RESOURCE) {
        argument.addHandleData(
            ResourceHandleProto.DtypeAndShape.newBuilder()
                .setDtype(captures.get(index).type())
                .setShape(captures.get(index).shapeProto()));
        index++;
      }
    }
  }

  private static void describeUpdates(FunctionDef.Builder function, List<String> updates) {
    function.getSignatureBuilder().setIsStateful(true);
    for (String update : updates) {
      function.getSignatureBuilder().addControlOutput(update);
      function.putControlRet(update, update);
    }
  }
}
