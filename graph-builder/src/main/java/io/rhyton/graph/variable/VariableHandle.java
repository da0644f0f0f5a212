package io.rhyton.graph.variable;

import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.family.TType;

/** Creates the resource handles of variables. */
public final class VariableHandle {
  private VariableHandle() {}

  /**
   * Emits a handle whose node name and shared name are exactly the given name.
   *
   * <p>Without a shared name all variables would share one resource; a scope of TensorFlow Java
   * would rename the second {@code dense/…} to {@code dense_1/…}; and TFLite requires equal node
   * and shared names.
   *
   * @param graph the graph to emit into
   * @param tf the ops of the same graph
   * @param name the name of the variable, unique in the graph; slashes are allowed
   * @param dataType the dtype of the variable
   * @param shape the shape of the variable
   */
  public static <T extends TType> Output<T> create(
      Graph graph, Ops tf, String name, DataType dataType, Shape shape) {
    return graph
        .opBuilder("VarHandleOp", name, tf.scope())
        .setAttr("dtype", dataType)
        .setAttr("shape", shape)
        .setAttr("shared_name", name)
        .build()
        .output(0);
  }
}
