package io.rhyton.batch;

import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Iterates over the batches of a source, pass after pass. Not thread-safe. */
public final class SourceIterator implements AutoCloseable {
  private final BatchSource source;
  private @Nullable Stream<Dataset> stream;
  private @Nullable Iterator<Dataset> batches;
  private int pass;
  private int batch;

  public SourceIterator(BatchSource source) {
    this.source = source;
  }

  public boolean hasBegun() {
    return pass > 0;
  }

  /** Ends the current pass, and starts another. */
  public void start(int number) {
    close();
    pass = number;
    batch = 0;
    Stream<Dataset> started = asked(() -> source.pass(number));
    stream = started;
    batches = asked(started::iterator);
  }

  /**
   * Returns the next batch of the pass; null after the last.
   *
   * @throws DataException if the source throws or returns null, or the pass has no batch at all
   */
  @Nullable Dataset next() {
    batch++;
    Iterator<Dataset> running = batches;
    if (running != null && asked(running::hasNext)) {
      return asked(running::next);
    }
    batch--;
    if (batch == 0) {
      throw new DataException(
          "Batch source, pass " + pass,
          "at least one batch",
          "none",
          "Start from the beginning in each pass, or set a smaller stepsPerEpoch.");
    }
    return null;
  }

  /** Returns the next batch, starting another pass when this one is exhausted. */
  public Dataset nextOfAnyPass() {
    Dataset found = next();
    while (found == null) {
      start(pass + 1);
      found = next();
    }
    return found;
  }

  /**
   * Skips batches that were already trained on.
   *
   * @throws DataException if there are not that many
   */
  public void skip(int count) {
    for (int i = 0; i < count; i++) {
      if (next() == null) {
        throw new DataException(
            "Batch source, pass " + pass,
            "the " + count + " batches that were already trained on",
            i + " batches",
            "Return the same batches for the same pass.");
      }
    }
  }

  /** The position of the latest batch, for messages. */
  String position() {
    return "batch " + batch + " of pass " + pass;
  }

  private <T> T asked(Supplier<@Nullable T> question) {
    @Nullable T answer;
    try {
      answer = question.get();
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unfit(e.toString(), e);
    }
    if (answer == null) {
      throw unfit("null", null);
    }
    return answer;
  }

  private DataException unfit(String received, @Nullable Throwable cause) {
    String where = "Batch source, " + position();
    String fix = "Fix the source; the model is unchanged since the last step.";
    return cause == null
        ? new DataException(where, "a batch", received, fix)
        : new DataException(where, "a batch", received, fix, cause);
  }

  /** Ends the current pass. */
  @Override
  public void close() {
    Stream<Dataset> ended = stream;
    stream = null;
    batches = null;
    if (ended != null) {
      ended.close();
    }
  }
}
