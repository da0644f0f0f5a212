package io.rhyton.savedmodel;

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
