package io.rhyton.savedmodel;

import java.util.Comparator;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TensorSpecProto;
import org.tensorflow.proto.TensorInfo;

/**
 * A tensor argument or return value of a function, as Python's {@code tf.TensorSpec}.
 *
 * @param name its name
 * @param type its dtype
 * @param shape its shape, with -1 for unknown sizes
 */
record TensorSpec(String name, DataType type, Shape shape) {

  static TensorSpec floats(String name, Shape shape) {
    return new TensorSpec(name, DataType.DT_FLOAT, shape);
  }

  /** Returns the tensors in the order of their names. */
  static List<TensorSpec> sorted(List<TensorSpec> tensors) {
    return tensors.stream().sorted(Comparator.comparing(TensorSpec::name)).toList();
  }

  TensorSpec named(String other) {
    return new TensorSpec(other, type, shape);
  }

  StructuredValue value() {
    return StructuredValue.newBuilder()
        .setTensorSpecValue(
            TensorSpecProto.newBuilder().setName(name).setDtype(type).setShape(Protos.shape(shape)))
        .build();
  }

  /** Returns the tensor as a signature describes it. */
  TensorInfo info(String tensor) {
    return TensorInfo.newBuilder()
        .setName(tensor)
        .setDtype(type)
        .setTensorShape(Protos.shape(shape))
        .build();
  }
}
