package io.rhyton.graph;

import io.rhyton.error.Arguments;
import java.util.List;

/**
 * A function in a graph's library and the names of its captures and outputs.
 *
 * @param function the name of the function in the library
 * @param captures the names of the captured variables, which are passed after the arguments
 * @param outputs the names of the outputs, in order
 */
public record FunctionCall(String function, List<String> captures, List<String> outputs) {

  public FunctionCall {
    captures = Arguments.copyOf("captures", captures);
    outputs = Arguments.copyOf("outputs", outputs);
  }
}
