package io.rhyton.execution;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationDevice;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetRequestedDevice;

import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;

/**
 * Puts the ops of a graph on a device, also those of gradients: TensorFlow emits them itself, and a
 * scope cannot tell it where.
 */
public final class Placement {
  private Placement() {}

  /** Places every op that has no place yet. No session may have run it. */
  @SuppressWarnings("try") // What is made in the scope is closed with it.
  static void place(Graph graph, String device) {
    try (PointerScope scope = new PointerScope()) {
      // TensorFlow Java gives its own away to nobody. It is asked for nothing but its lock and the
      // sessions that have run the op.
      TF_Graph locked = TF_Graph.newGraph();
      graph
          .operations()
          .forEachRemaining(
              operation -> {
                TF_Operation handle = operation.getUnsafeNativeHandle();
                if (TF_OperationDevice(handle).getString().isEmpty()) {
                  TF_SetRequestedDevice(locked, handle, device);
                }
              });
    }
  }
}
