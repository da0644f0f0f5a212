package io.rhyton.history;

import io.rhyton.data.DataException;
import io.rhyton.file.WholeFile;
import io.rhyton.picture.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The course of a training, epoch by epoch. Immutable. */
public final class History {
  private final List<EpochLog> epochs;
  private final boolean interrupted;
  private final @Nullable String stopped;

  public History(List<EpochLog> epochs, boolean interrupted, @Nullable String stopped) {
    this.epochs = List.copyOf(epochs);
    this.interrupted = interrupted;
    this.stopped = stopped;
  }

  /** The epochs that ended, in order. */
  public List<EpochLog> epochs() {
    return epochs;
  }

  /**
   * Whether the thread was interrupted before the last epoch ended. The epochs held here are whole;
   * the one that was cut short is not among them.
   */
  public boolean interrupted() {
    return interrupted;
  }

  /** Why a callback ended the training before its last epoch; empty if none did. */
  public Optional<String> stopped() {
    return Optional.ofNullable(stopped);
  }

  /**
   * The names of what was measured, in the order logged, such as {@code loss, accuracy, val_loss,
   * val_accuracy}; empty if no epoch ended.
   */
  public List<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    for (EpochLog log : epochs) {
      names.addAll(log.scores().values().keySet());
    }
    return List.copyOf(names);
  }

  /**
   * One metric over the epochs, NaN for an epoch in which it was not measured.
   *
   * @param metric its name, such as {@code val_loss}
   * @throws IllegalArgumentException if no epoch measured it; the message lists the names there are
   */
  public List<Double> values(String metric) {
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
   * The epoch with the best value of a metric, the earliest of several. Best is the lowest for
   * losses, errors and distances, by the name, and the highest for others; NaN is never better.
   *
   * @param metric its name, such as {@code val_accuracy}
   * @throws IllegalStateException if no epoch ended
   * @throws IllegalArgumentException if no epoch measured it; the message lists the names there are
   */
  public EpochLog best(String metric) {
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
   * The last epoch that ended.
   *
   * @throws IllegalStateException if none did
   */
  public EpochLog last() {
    requireEpochs();
    return epochs.get(epochs.size() - 1);
  }

  private void requireEpochs() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("the history is empty: no epoch of the training ended");
    }
  }

  /**
   * Draws the learning curves: one panel for each metric, with training and validation in it, and a
   * ring around the best validation epoch. The file appears whole or not at all; missing folders
   * are made.
   *
   * @param path ends in {@code .png}, for a picture of 800 × 600 pixels a panel, or in {@code .svg}
   * @throws IllegalArgumentException if the path ends otherwise
   * @throws IllegalStateException if no epoch ended
   * @throws IOException if the file cannot be written; the message names it
   */
  public void plot(Path path) throws IOException {
    Picture.isPng(path);
    requireEpochs();
    LearningCurves.of(this).write(path);
  }

  /**
   * Reads what {@link #write} or {@link io.rhyton.callback.CSVLogger} wrote.
   *
   * @throws DataException if the file is damaged
   * @throws IOException if it cannot be read
   */
  public static History read(Path path) throws IOException {
    return new History(HistoryCsv.read(path), false, null);
  }

  /**
   * Writes the epochs as a table of comma-separated values in UTF-8: {@code epoch}, {@code
   * seconds}, and the metrics in the order logged. Reading the numbers back gives the very same
   * doubles. The file appears whole or not at all; missing folders are made. If no epoch ended the
   * table is its header.
   *
   * @param path where to; an existing file is replaced
   * @throws IOException if the file cannot be written; the message names it
   */
  public void write(Path path) throws IOException {
    WholeFile.write(path, HistoryCsv.of(this).getBytes(StandardCharsets.UTF_8));
  }
}
