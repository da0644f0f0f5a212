package io.rhyton.data;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Batches that are made as a model takes them, from data that is larger than memory or has no end.
 * Each batch is a data set, of any size; all have the same inputs and labels.
 *
 * <pre>{@code
 * model.fit(BatchSource.of(() -> new Readings(file)), Fit.epochs(5));
 * }</pre>
 *
 * <p>A training takes a batch from the source, one at a time and by one thread of its own, while
 * the step before runs. A source that gives the same batches for the same pass lets a training go
 * on as if it had never been killed.
 */
@FunctionalInterface
public interface BatchSource {

  /**
   * Starts a pass over the batches. The stream is closed when it is no longer needed.
   *
   * @param pass its number, from 1
   */
  Stream<Dataset> pass(int pass);

  /**
   * Asks for a new iterator in each pass; a lambda that makes one will do. If it is always the same
   * iterator, which can be gone through once, {@code stepsPerEpoch} tells where epochs end.
   */
  static BatchSource of(Iterable<Dataset> batches) {
    return pass -> stream(batches.iterator());
  }

  /** Asks for a new stream in each pass. */
  static BatchSource ofStreams(Supplier<Stream<Dataset>> streams) {
    return pass -> streams.get();
  }

  private static Stream<Dataset> stream(Iterator<Dataset> batches) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(batches, Spliterator.ORDERED), false);
  }
}
