package io.rhyton.batch;

import io.rhyton.data.BatchSource;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through the batches of a source, pass behind pass. For one thread at a time. */
public final class SourcePasses implements AutoCloseable {
  private final BatchSource source;
  private @Nullable Stream<Dataset> stream;
  private @Nullable Iterator<Dataset> batches;
  private int pass;
  private int batch;

  public SourcePasses(BatchSource source) {
    this.source = source;
  }

  public boolean hasBegun() {
    return pass > 0;
  }

  /** Ends the pass that runs, and starts another. */
  public void start(int number) {
    close();
    pass = number;
    batch = 0;
    Stream<Dataset> started = asked(() -> source.pass(number));
    stream = started;
    batches = asked(started::iterator);
  }

  /**
   * The next batch of the pass; null after the last.
   *
   * @throws DataException if the source throws or gives null, or the pass has no batch at all
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
          "Start anew in each pass, or let stepsPerEpoch end epochs before there are no more.");
    }
    return null;
  }

  /** The next batch, the first of another pass after the last of this one. */
  public Dataset nextOfAnyPass() {
    Dataset found = next();
    while (found == null) {
      start(pass + 1);
      found = next();
    }
    return found;
  }

  /**
   * Goes past batches that were trained on before.
   *
   * @throws DataException if there are fewer
   */
  public void skip(int count) {
    for (int i = 0; i < count; i++) {
      if (next() == null) {
        throw new DataException(
            "Batch source, pass " + pass,
            "the " + count + " batches that were trained on before",
            i + " of them",
            "Give the same batches for the same pass.");
      }
    }
  }

  /** Where the batch that came last is. */
  String place() {
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
    String where = "Batch source, " + place();
    String fix = "Mend the source; the model is as it was after the step before.";
    return cause == null
        ? new DataException(where, "a batch", received, fix)
        : new DataException(where, "a batch", received, fix, cause);
  }

  /** Ends the pass that runs. */
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
