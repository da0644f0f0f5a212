package io.rhyton.checkpoint;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Monitor;
import io.rhyton.callback.Training;
import io.rhyton.error.Arguments;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.Scores;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasWeights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Saves the model after each epoch, or only after the best one so far. Files are replaced
 * atomically.
 *
 * <p>The file name may contain the fields {@code {epoch}}, counted from 1, and the names of losses
 * and metrics, in Python's format syntax: {@code model-{epoch:02d}-{val_loss:.3f}.keras}.
 *
 * <pre>{@code
 * Callback best = ModelCheckpoint.of(model, Path.of("best.keras")).saveBestOnly(true);
 * }</pre>
 *
 * <p>Source: {@code keras/src/callbacks/model_checkpoint.py}, Keras 3.15.
 */
public final class ModelCheckpoint implements Callback {
  private static final String WEIGHTS = ".weights.h5";

  private final Model model;
  private final FileNamePattern file;
  private final Monitor monitor;
  private final boolean saveBestOnly;
  private final @Nullable Integer saveFreq;
  private final @Nullable Double initialValueThreshold;
  private @Nullable Double best;
  private int steps;

  private ModelCheckpoint(
      Model model,
      FileNamePattern file,
      Monitor monitor,
      boolean saveBestOnly,
      @Nullable Integer saveFreq,
      @Nullable Double initialValueThreshold) {
    this.model = model;
    this.file = file;
    this.monitor = monitor;
    this.saveBestOnly = saveBestOnly;
    this.saveFreq = saveFreq;
    this.initialValueThreshold = initialValueThreshold;
  }

  /**
   * Saves the model after each epoch.
   *
   * @param model the model being trained
   * @param file the file to write; {@code .keras} for the whole model with its optimizer state, or
   *     {@code .weights.h5}
   * @throws IllegalArgumentException if the file name has another extension, or an invalid field
   */
  public static ModelCheckpoint of(Model model, Path file) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(file, "file");
    String name = file.toString();
    if (!name.endsWith(".keras") && !name.endsWith(WEIGHTS)) {
      throw new IllegalArgumentException("file must end in .keras or .weights.h5, got " + file);
    }
    return new ModelCheckpoint(
        model, new FileNamePattern(name), Monitor.of("val_loss"), false, null, null);
  }

  /** Sets whether to save only when the monitored metric improves; false by default. */
  public ModelCheckpoint saveBestOnly(boolean saveBestOnly) {
    return new ModelCheckpoint(model, file, monitor, saveBestOnly, saveFreq, initialValueThreshold);
  }

  /** Sets the metric that decides which epoch is best; {@code val_loss} by default. */
  public ModelCheckpoint monitor(String metric) {
    return with(new Monitor(metric, monitor.mode(), monitor.minDelta()));
  }

  /** Sets whether lower or higher values are better; inferred from the metric's name by default. */
  public ModelCheckpoint mode(Monitor.Mode mode) {
    return with(monitor.mode(mode));
  }

  private ModelCheckpoint with(Monitor monitor) {
    return new ModelCheckpoint(model, file, monitor, saveBestOnly, saveFreq, initialValueThreshold);
  }

  /** Saves every given number of steps, at least 1, instead of after each epoch. */
  public ModelCheckpoint saveFreq(int steps) {
    Arguments.requirePositive("saveFreq", steps);
    return new ModelCheckpoint(model, file, monitor, saveBestOnly, steps, initialValueThreshold);
  }

  /** Sets a value that the first epoch must improve on to be saved; none by default. */
  public ModelCheckpoint initialValueThreshold(double value) {
    return new ModelCheckpoint(model, file, monitor, saveBestOnly, saveFreq, value);
  }

  /**
   * Resets the state of an earlier run.
   *
   * @throws IllegalArgumentException if the run does not compute a metric that the file name or
   *     {@code saveBestOnly} requires
   */
  @Override
  public void onTrainBegin(Training training) {
    if (saveBestOnly) {
      monitor.requireReportedBy(training, "ModelCheckpoint");
    }
    file.requireKnown(training.metrics());
    best = initialValueThreshold;
    steps = 0;
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    steps++;
    if (saveFreq != null && steps % saveFreq == 0) {
      save(training.epoch(), running.get().values());
    }
  }

  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    if (saveFreq == null) {
      save(log.epoch(), log.scores().values());
    }
  }

  private void save(int epoch, Map<String, Double> scores) {
    if (saveBestOnly && !isBest(scores)) {
      return;
    }
    Map<String, Double> values = new LinkedHashMap<>(scores);
    values.put(FileNamePattern.EPOCH, (double) epoch);
    write(Path.of(file.format(values)));
  }

  private boolean isBest(Map<String, Double> scores) {
    OptionalDouble value = monitor.valueIn(scores);
    if (value.isEmpty() || !monitor.improves(value.getAsDouble(), best)) {
      return false;
    }
    best = value.getAsDouble();
    return true;
  }

  /**
   * Writes the model.
   *
   * @throws ArtifactException if the file cannot be written
   */
  private void write(Path path) {
    if (path.toString().endsWith(WEIGHTS)) {
      KerasWeights.write(model, path);
    } else {
      KerasFile.write(model, path);
    }
  }

  @Override
  public CallbackState state() {
    return CallbackState.NONE.with("steps", steps).with("best", best);
  }

  @Override
  public void restore(Training training, CallbackState state) {
    steps = state.intNumber("steps");
    best = state.number("best");
  }
}
