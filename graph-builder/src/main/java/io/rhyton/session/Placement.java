package io.rhyton.session;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_OperationDevice;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetRequestedDevice;

import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Operation;

/**
 * Places the ops of a graph on a device, including gradient ops: TensorFlow creates those itself,
 * outside of any device scope.
 */
public final class Placement {
  private Placement() {}

  /** Places every op that has no device yet. No session may have run it. */
  @SuppressWarnings("try") // Objects created in the scope are closed with it.
  static void place(Graph graph, String device) {
    try (PointerScope scope = new PointerScope()) {
      // TensorFlow Java does not expose its own TF_Graph. The C API only uses the argument's lock
      // and the sessions that have run the op.
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
