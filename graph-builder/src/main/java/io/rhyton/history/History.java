package io.rhyton.history;

import io.rhyton.data.DataException;
import io.rhyton.error.Arguments;
import io.rhyton.figure.Figure;
import io.rhyton.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a training run, epoch by epoch. Immutable.
 *
 * <pre>{@code
 * History history = model.fit(train, Fit.epochs(5));
 * history.plot(path);                                          // learning curves
 * }</pre>
 */
public final class History {
  private final List<EpochLog> epochs;
  private final boolean interrupted;
  private final @Nullable String stopped;

  /**
   * Creates a history.
   *
   * @param epochs the logs of the epochs, in order
   * @param interrupted whether the training was interrupted
   * @param stopped why it stopped early; null if it did not
   */
  public History(List<EpochLog> epochs, boolean interrupted, @Nullable String stopped) {
    Arguments.requireNoNulls("epochs", epochs);
    this.epochs = List.copyOf(epochs);
    this.interrupted = interrupted;
    this.stopped = stopped;
  }

  /** The completed epochs, in order; their numbers begin at 1. */
  public List<EpochLog> epochs() {
    return epochs;
  }

  /**
   * Whether the thread was interrupted before the last epoch ended. The history holds only complete
   * epochs, not the interrupted one.
   */
  public boolean interrupted() {
    return interrupted;
  }

  /** Why a callback stopped the training before its last epoch; empty if none did. */
  public Optional<String> stopReason() {
    return Optional.ofNullable(stopped);
  }

  /**
   * The names of the losses and metrics, in the order logged, such as {@code loss, accuracy,
   * val_loss, val_accuracy}; empty if no epoch was completed.
   */
  public List<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    for (EpochLog log : epochs) {
      names.addAll(log.scores().values().keySet());
    }
    return List.copyOf(names);
  }

  /**
   * One metric per epoch; NaN for an epoch without it.
   *
   * @param metric its name, such as {@code val_loss}
   * @throws IllegalArgumentException if no epoch has it; the message lists the known names
   */
  public List<Double> values(String metric) {
    Objects.requireNonNull(metric, "metric");
    List<String> names = metrics();
    if (!names.contains(metric)) {
      throw Scores.unknown(metric, names);
    }
    return epochs.stream().map(log -> value(log, metric)).toList();
  }

  private static double value(EpochLog log, String metric) {
    return log.scores().values().getOrDefault(metric, Double.NaN);
  }

  /**
   * The epoch with the best value of a metric, or the earliest one on a tie. Losses, errors and
   * distances, recognized by name, are best when lowest, all others when highest; NaN is never
   * better.
   *
   * @param metric its name, such as {@code val_accuracy}
   * @throws IllegalStateException if no epoch was completed
   * @throws IllegalArgumentException if no epoch has it; the message lists the known names
   */
  public EpochLog best(String metric) {
    Objects.requireNonNull(metric, "metric");
    requireEpochs();
    List<Double> values = values(metric);
    boolean lowest = MetricDirection.of(metric) == MetricDirection.DOWN;
    int best = 0;
    for (int i = 1; i < values.size(); i++) {
      double value = values.get(i);
      double champion = values.get(best);
      boolean better = lowest ? value < champion : value > champion;
      if (better || (Double.isNaN(champion) && !Double.isNaN(value))) {
        best = i;
      }
    }
    return epochs.get(best);
  }

  /**
   * The last completed epoch.
   *
   * @throws IllegalStateException if there is none
   */
  public EpochLog last() {
    requireEpochs();
    return epochs.get(epochs.size() - 1);
  }

  private void requireEpochs() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException(
          "the history is empty: no epoch of the training was completed");
    }
  }

  /**
   * Plots the learning curves: one panel per metric, with training and validation, and a ring
   * around the best validation epoch. The file is written atomically; missing directories are
   * created.
   *
   * @param path ends in {@code .png}, for 800 × 600 pixels per panel, or in {@code .svg}
   * @throws IllegalArgumentException if the path has another extension
   * @throws IllegalStateException if no epoch was completed
   * @throws IOException if the file cannot be written; the message names it
   */
  public void plot(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    Figure.isPng(path);
    requireEpochs();
    LearningCurves.of(this).write(path);
  }

  /**
   * Reads a file written by {@link #write} or {@link io.rhyton.callback.CSVLogger}.
   *
   * @throws DataException if the file is corrupt
   * @throws IOException if it cannot be read
   */
  public static History read(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    return new History(HistoryCsv.read(path), false, null);
  }

  /**
   * Writes the epochs as a CSV file in UTF-8, with the columns {@code epoch}, from 1, {@code
   * seconds}, and the metrics in the order logged. Doubles are written exactly. The file is written
   * atomically; missing directories are created. If no epoch was completed, it contains only the
   * header.
   *
   * @param path the file; an existing one is replaced
   * @throws IOException if the file cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    WholeFile.write(path, HistoryCsv.of(this).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A table with one row per epoch: its number, duration in seconds and scores; then the reason why
   * training ended early, if it did.
   */
  @Override
  public String toString() {
    return new HistoryTable(this).toString();
  }
}
