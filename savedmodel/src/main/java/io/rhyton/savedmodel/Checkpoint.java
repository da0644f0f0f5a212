package io.rhyton.savedmodel;

import io.rhyton.runtime.NativeRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.TrackableObjectGraphOuterClass.TrackableObjectGraph;

/** Writes the values of a SavedModel's variables: a checkpoint of format V2. */
final class Checkpoint {
  /** The key of the object graph in Python. */
  static final String OBJECT_GRAPH_KEY = "_CHECKPOINTABLE_OBJECT_GRAPH";

  /** The attribute that holds the value of a variable. */
  static final String VALUE = "VARIABLE_VALUE";

  private Checkpoint() {}

  /** Returns the keys of a checkpoint in the order in which its values are written. */
  static List<String> keys(List<TrackedVariable> variables) {
    List<String> keys = new ArrayList<>();
    variables.forEach(variable -> keys.add(variable.checkpointKey()));
    keys.add(OBJECT_GRAPH_KEY);
    return keys;
  }

  /** Returns the slice arguments of {@code SaveV2} and {@code RestoreV2} for whole tensors. */
  static List<String> wholeTensors(int count) {
    return Collections.nCopies(count, "");
  }

  static void write(
      Path prefix,
      List<TrackedVariable> variables,
      VariableValues source,
      TrackableObjectGraph trackables) {
    List<String> keys = keys(variables);
    try (EagerSession session = NativeRuntime.newEagerSession()) {
      Ops tf = Ops.create(session);
      List<Operand<?>> values = new ArrayList<>(source.copy(tf, variables));
      values.add(TensorStrings.bytes(tf, trackables));
      tf.train.save(
          tf.constant(prefix.toString()),
          TensorStrings.vector(tf, keys),
          TensorStrings.vector(tf, wholeTensors(keys.size())),
          values);
    }
  }
}
