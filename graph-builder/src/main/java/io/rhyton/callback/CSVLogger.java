package io.rhyton.callback;

import io.rhyton.file.Folders;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.HistoryCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

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
  private boolean started;

  private CSVLogger(Path file, boolean append) {
    this.file = file;
    this.append = append;
  }

  /** Logs to a file, which is replaced when training begins; missing folders are created. */
  public static CSVLogger of(Path file) {
    Objects.requireNonNull(file, "file");
    return new CSVLogger(file, false);
  }

  /**
   * Sets whether to append to an existing file, which must have the same columns; false by default.
   */
  public CSVLogger append(boolean append) {
    return new CSVLogger(file, append);
  }

  /** Resets the state; the file is not touched before every callback has agreed to begin. */
  @Override
  public void onTrainBegin(Training training) {
    metrics = training.metrics();
    started = false;
  }

  /**
   * Writes the header before the first epoch.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public void onEpochBegin(Training training) {
    start();
  }

  private void start() {
    if (!started && !(append && Files.exists(file))) {
      write(HistoryCsv.header(metrics), false);
    }
    started = true;
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    start();
    write(HistoryCsv.line(log, metrics), true);
  }

  /** Rewrites the completed epochs, since the last line may be incomplete. */
  @Override
  public void restore(Training training, CallbackState state) {
    if (!append) {
      StringBuilder text = new StringBuilder(HistoryCsv.header(metrics));
      training.completedEpochs().forEach(log -> text.append(HistoryCsv.line(log, metrics)));
      write(text.toString(), false);
      started = true;
    }
  }

  private void write(String text, boolean atEnd) {
    try {
      Folders.createParent(file);
      Files.writeString(
          file,
          text,
          StandardOpenOption.CREATE,
          atEnd ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": expected a writable file, got " + e, e);
    }
  }
}
