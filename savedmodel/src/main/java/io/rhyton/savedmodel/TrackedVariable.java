package io.rhyton.savedmodel;

import io.rhyton.model.weight.WeightSpec;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A weight as a SavedModel holds it.
 *
 * @param weight what it is
 * @param index its place among the model's variables
 */
record TrackedVariable(WeightSpec weight, int index) {

  /** Its key in the checkpoint: the path to it from the root of the object graph. */
  String checkpointKey() {
    return ObjectGraph.VARIABLES + "/" + index + "/.ATTRIBUTES/VARIABLE_VALUE";
  }

  TensorShapeProto shapeProto() {
    return Protos.shape(weight.shape());
  }
}
