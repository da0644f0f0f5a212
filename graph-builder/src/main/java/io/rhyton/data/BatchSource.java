package io.rhyton.data;

import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Batches generated on demand, from data that is infinite or does not fit in memory. Each batch is
 * a data set, of any size; all have the same inputs and labels.
 *
 * <pre>{@code
 * model.fit(BatchSource.of(List.of(train.take(100), train.skip(100))), Fit.epochs(5));
 * }</pre>
 *
 * <p>Batches are fetched one at a time, on a single background thread, while the previous step
 * runs. A source that returns the same batches for the same pass allows an interrupted training to
 * be resumed exactly.
 */
@FunctionalInterface
public non-sealed interface BatchSource extends Source {

  /**
   * Starts a pass over the batches. The stream is closed when it is no longer needed.
   *
   * @param pass the number of the pass, from 1
   */
  Stream<Dataset> pass(int pass);

  /**
   * A source that requests a new iterator in each pass; {@code batches} may be a lambda that
   * returns one. If it always returns the same iterator, which can be consumed only once, set
   * {@code stepsPerEpoch}.
   */
  static BatchSource of(Iterable<Dataset> batches) {
    Objects.requireNonNull(batches, "batches");
    String text =
        batches instanceof Collection<?> all ? all.size() + " batches" : BatchFunction.UNKNOWN;
    return new BatchFunction(text, pass -> stream(batches.iterator()));
  }

  /** A source that requests a new stream in each pass. */
  static BatchSource ofStreams(Supplier<Stream<Dataset>> streams) {
    Objects.requireNonNull(streams, "streams");
    return new BatchFunction(BatchFunction.UNKNOWN, pass -> streams.get());
  }

  /** A source of streams that may depend on the number of the pass, from 1. */
  static BatchSource ofPasses(IntFunction<Stream<Dataset>> passes) {
    Objects.requireNonNull(passes, "passes");
    return new BatchFunction(BatchFunction.UNKNOWN, passes);
  }

  private static Stream<Dataset> stream(Iterator<Dataset> batches) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false);
  }
}
