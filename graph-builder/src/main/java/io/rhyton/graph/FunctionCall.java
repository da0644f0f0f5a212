package io.rhyton.graph;

import java.util.List;

/**
 * A function of a graph's library, and what it is called with.
 *
 * @param function its name in the library
 * @param captures the names of the variables that follow its own arguments
 * @param outputs what its outputs are called, in their order
 */
public record FunctionCall(String function, List<String> captures, List<String> outputs) {

  /** Copies the lists. */
  public FunctionCall {
    captures = List.copyOf(captures);
    outputs = List.copyOf(outputs);
  }
}
