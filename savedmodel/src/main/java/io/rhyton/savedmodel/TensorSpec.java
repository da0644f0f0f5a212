package io.rhyton.savedmodel;

import java.util.Comparator;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Struct.StructuredValue;
import org.tensorflow.proto.Struct.TensorSpecProto;
import org.tensorflow.proto.TensorInfo;

/**
 * What a function takes or returns, as Python's {@code tf.TensorSpec}.
 *
 * @param name its name
 * @param type the type of its values
 * @param shape its shape, unknown sizes as -1
 */
record TensorSpec(String name, DataType type, Shape shape) {

  static TensorSpec floats(String name, Shape shape) {
    return new TensorSpec(name, DataType.DT_FLOAT, shape);
  }

  /** The same in the order of the names. */
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

  /** The same as a signature describes it. */
  TensorInfo info(String tensor) {
    return TensorInfo.newBuilder()
        .setName(tensor)
        .setDtype(type)
        .setTensorShape(Protos.shape(shape))
        .build();
  }
}
