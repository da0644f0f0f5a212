package io.rhyton.graph.variable;

import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.family.TType;

/** Makes the resource handles of variables. */
public final class VariableHandle {
  private VariableHandle() {}

  /**
   * Emits a handle whose node has the very name that is given, which is its shared name too.
   *
   * <p>Without a shared name all variables would be one; a scope of TensorFlow Java would rename
   * the second {@code dense/…} to {@code dense_1/…}; and TFLite wants node and shared name to be
   * equal.
   *
   * @param graph where to emit
   * @param tf the same graph's ops
   * @param name the variable's name, slashes allowed, not yet taken
   * @param dataType what it holds
   * @param shape its shape
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
