package io.rhyton.savedmodel;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Signature;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.Struct.StructuredValue;

/**
 * The functions of a SavedModel, one for each way of calling it. No two share a body, as Python
 * gives a function the argument names of its last user.
 */
final class FunctionLibrary implements AutoCloseable {
  private final List<AutoCloseable> owned = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  @MustBeClosed
  FunctionLibrary() {}

  /** The body of a function. */
  @FunctionalInterface
  interface Body {
    /**
     * Emits the body.
     *
     * @param tf the scope to emit into
     * @param variables the captured variables
     * @param signature receives its arguments and, in the order of their names, its outputs
     * @return the updates of variables
     */
    List<Op> emit(Ops tf, CapturedVariables variables, Signature.Builder signature);
  }

  /** Builds a function; the other parameters are those of {@link Endpoint}. */
  Endpoint add(
      String name,
      List<TrackedVariable> captures,
      StructuredValue arguments,
      StructuredValue output,
      Body body) {
    Graph graph = NativeRuntime.newGraph();
    owned.add(graph);
    Ops tf = Ops.create(graph);
    CapturedVariables captured = new CapturedVariables(graph, tf, captures);
    Signature.Builder signature = Signature.builder().key("__inference_" + name);
    List<Op> updates = body.emit(tf, captured, signature);
    captured.addTo(signature);
    ConcreteFunction function = ConcreteFunction.create(signature.build(), graph);
    owned.add(function);
    Endpoint endpoint =
        new Endpoint(
            function,
            captures,
            arguments,
            output,
            updates.stream().map(update -> update.op().name()).toList());
    endpoints.add(endpoint);
    return endpoint;
  }

  List<Endpoint> endpoints() {
    return Collections.unmodifiableList(endpoints);
  }

  @Override
  public void close() {
    for (int i = owned.size() - 1; i >= 0; i--) {
      try {
        owned.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("a function could not be closed", e);
      }
    }
  }
}
