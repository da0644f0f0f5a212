package io.rhyton.savedmodel;

import io.rhyton.graph.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/** The variables of a function: resources that it is handed as its last arguments. */
final class CapturedVariables implements Variables {
  private final Map<String, Output<TFloat32>> handles = new LinkedHashMap<>();
  private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();

  CapturedVariables(Graph graph, Ops tf, List<TrackedVariable> variables) {
    for (TrackedVariable variable : variables) {
      // There is no Java type for a resource, so the placeholder is built from its attributes.
      Output<TFloat32> handle =
          graph
              .opBuilder("Placeholder", "variable_" + variable.index(), tf.scope())
              .setAttr("dtype", DataType.DT_RESOURCE)
              .setAttr("shape", Shape.scalar())
              .build()
              .output(0);
      handles.put(variable.weight().name(), handle);
      values.put(variable.weight().name(), tf.readVariableOp(handle, TFloat32.class));
    }
  }

  /** Appends the resources to a function's arguments, in the model's order. */
  void addTo(Signature.Builder signature) {
    handles.values().forEach(handle -> signature.input("capture_" + handle.op().name(), handle));
  }

  @Override
  public Operand<TFloat32> read(String name) {
    return require(values, name);
  }

  @Override
  public Op assign(Ops tf, String name, Operand<TFloat32> value) {
    return tf.assignVariableOp(require(handles, name), value);
  }

  private static <T> T require(Map<String, T> map, String name) {
    T found = map.get(name);
    if (found == null) {
      throw new IllegalStateException("no variable '" + name + "' in the model");
    }
    return found;
  }
}
