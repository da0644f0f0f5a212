package io.rhyton.callback;

import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.HistoryCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Streams the scores of each epoch to a CSV file in the format of {@link
 * io.rhyton.history.History#write}. Callbacks that log values themselves must precede it.
 *
 * <p>Source: {@code keras/src/callbacks/csv_logger.py}, Keras 3.15, which sorts the columns, counts
 * epochs from 0 and has no {@code seconds}.
 */
public final class CSVLogger implements Callback {
  private final Path file;
  private final boolean append;
  private List<String> metrics = List.of();

  private CSVLogger(Path file, boolean append) {
    this.file = file;
    this.append = append;
  }

  /** Logs to a file, which is replaced when training begins. */
  public static CSVLogger of(Path file) {
    return new CSVLogger(file, false);
  }

  /**
   * Sets whether to append to an existing file, which must have the same columns; false by default.
   */
  public CSVLogger append(boolean append) {
    return new CSVLogger(file, append);
  }

  /**
   * Writes the header.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public void onTrainBegin(Training training) {
    metrics = training.metrics();
    if (!append || !Files.exists(file)) {
      write(HistoryCsv.header(metrics));
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    write(HistoryCsv.line(log, metrics), StandardOpenOption.APPEND);
  }

  /** Rewrites the completed epochs, since the last line may be incomplete. */
  @Override
  public void restore(Training training, CallbackState state) {
    if (!append) {
      StringBuilder text = new StringBuilder(HistoryCsv.header(metrics));
      training.completedEpochs().forEach(log -> text.append(HistoryCsv.line(log, metrics)));
      write(text.toString());
    }
  }

  private void write(String text, OpenOption... options) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, options);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": expected a writable file, got " + e, e);
    }
  }
}
