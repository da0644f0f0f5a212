package io.rhyton.savedmodel;

import io.rhyton.error.Arguments;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.proto.Struct.StructuredValue;

/**
 * A function of a SavedModel, and how Python calls it.
 *
 * @param function its body
 * @param captures the variables that follow its own arguments
 * @param arguments a tuple of positional arguments and a dict of named ones
 * @param output its return value
 * @param updates the nodes of its body that update variables
 */
record Endpoint(
    ConcreteFunction function,
    List<TrackedVariable> captures,
    StructuredValue arguments,
    StructuredValue output,
    List<String> updates) {

  Endpoint {
    captures = Arguments.copyOf("captures", captures);
    updates = Arguments.copyOf("updates", updates);
  }

  /** Returns its name in the function library. */
  String name() {
    return function.getDefinedName();
  }
}
