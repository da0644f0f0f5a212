package io.rhyton.savedmodel;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A variable as a SavedModel holds it.
 *
 * @param name its canonical name
 * @param type the type of its values
 * @param shape its shape
 * @param trainable whether gradients are meant for it
 * @param checkpointKey its key in the checkpoint
 */
record TrackedVariable(
    String name, DataType type, Shape shape, boolean trainable, String checkpointKey) {

  TensorShapeProto shapeProto() {
    return Protos.shape(shape);
  }
}
