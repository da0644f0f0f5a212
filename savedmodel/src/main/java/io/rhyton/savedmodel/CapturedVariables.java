package io.rhyton.savedmodel;

import io.rhyton.error.MessageText;
import io.rhyton.graph.variable.TrainingVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The variables captured by a function: resources passed as its last arguments. */
final class CapturedVariables implements TrainingVariables {
  private final List<Output<?>> resources = new ArrayList<>();
  private final Map<String, Output<TFloat32>> handles = new HashMap<>();
  private final Map<String, Operand<TFloat32>> values = new HashMap<>();
  private @Nullable Output<TInt64> iterationHandle;
  private @Nullable Operand<TInt64> iteration;

  CapturedVariables(Graph graph, Ops tf, List<TrackedVariable> variables) {
    for (TrackedVariable variable : variables) {
      // Java has no type for a resource, so the placeholder is built from its attributes.
      Operation resource =
          graph
              .opBuilder("Placeholder", "variable_" + resources.size(), tf.scope())
              .setAttr("dtype", DataType.DT_RESOURCE)
              .setAttr("shape", Shape.scalar())
              .build();
      resources.add(resource.output(0));
      if (variable.type() == DataType.DT_INT64) {
        Output<TInt64> handle = resource.output(0);
        iterationHandle = handle;
        iteration = tf.readVariableOp(handle, TInt64.class);
      } else {
        Output<TFloat32> handle = resource.output(0);
        handles.put(variable.name(), handle);
        values.put(variable.name(), tf.readVariableOp(handle, TFloat32.class));
      }
    }
  }

  /** Appends the resources to a function's arguments, in the order of the variables. */
  void addTo(Signature.Builder signature) {
    resources.forEach(handle -> signature.input("capture_" + handle.op().name(), handle));
  }

  @Override
  public Operand<TFloat32> read(String name) {
    return require(values.get(name), name);
  }

  @Override
  public Op assign(Ops tf, String name, Operand<TFloat32> value) {
    return tf.assignVariableOp(handle(name), value);
  }

  @Override
  public Output<TFloat32> handle(String name) {
    return require(handles.get(name), name);
  }

  @Override
  public Operand<TInt64> iteration() {
    return require(iteration, TrackedVariables.ITERATION);
  }

  @Override
  public Output<TInt64> iterationHandle() {
    return require(iterationHandle, TrackedVariables.ITERATION);
  }

  @Override
  public Operand<TFloat32> learningRate() {
    return read(TrackedVariables.LEARNING_RATE);
  }

  private static <T> T require(@Nullable T found, String name) {
    if (found == null) {
      throw new IllegalStateException("no variable " + MessageText.name(name) + " in the model");
    }
    return found;
  }
}
