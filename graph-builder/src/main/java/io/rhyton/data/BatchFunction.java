package io.rhyton.data;

import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A batch source with a readable {@code toString}.
 *
 * @param text its {@code toString}
 * @param passes starts a pass
 */
record BatchFunction(String text, IntFunction<Stream<Dataset>> passes) implements BatchSource {
  static final String UNKNOWN = "batches of a source";

  @Override
  public Stream<Dataset> pass(int pass) {
    return passes.apply(pass);
  }

  @Override
  public String toString() {
    return text;
  }
}
