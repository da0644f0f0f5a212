package io.rhyton.savedmodel;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A variable in a SavedModel.
 *
 * @param name its canonical name
 * @param type its dtype
 * @param shape its shape
 * @param trainable whether it is trainable
 * @param checkpointKey its key in the checkpoint
 */
record TrackedVariable(
    String name, DataType type, Shape shape, boolean trainable, String checkpointKey) {

  TensorShapeProto shapeProto() {
    return Protos.shape(shape);
  }
}
