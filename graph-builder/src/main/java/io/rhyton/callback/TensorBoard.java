package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.Scores;
import io.rhyton.session.SessionValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes logs for TensorBoard ({@code tensorboard --logdir FOLDER}), with Keras's names: the scores
 * and the learning rate of each epoch in the folder {@code train}, validation scores in {@code
 * validation}, the TensorFlow graph, and histograms of the weights. The first epoch is step 0, as
 * in Keras. Callbacks that log values themselves must precede it.
 *
 * <p>The files are flushed after each epoch. A resumed training continues the same files, and
 * discards the events of steps that are run again.
 *
 * <p>Source: {@code keras/src/callbacks/tensorboard.py}, Keras 3.15, which prefixes weight names
 * with the name of a sequential model, and shows the model as a graph of layers.
 */
public final class TensorBoard implements Callback {
  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String VALIDATED = "val_";
  private static final String LEARNING_RATE = "learning_rate";

  private final Path logDir;
  private final int histogramFreq;
  private final boolean writeGraph;
  private final @Nullable Integer updateFreq;

  private long started;
  private long batches;
  private @Nullable EventFile train;
  private @Nullable EventFile validation;

  private TensorBoard(
      Path logDir, int histogramFreq, boolean writeGraph, @Nullable Integer updateFreq) {
    this.logDir = logDir;
    this.histogramFreq = Arguments.requireNotNegative("histogramFreq", histogramFreq);
    this.writeGraph = writeGraph;
    this.updateFreq = updateFreq;
  }

  /**
   * Logs scores and graph.
   *
   * @param logDir the folder of one training run, created if missing; TensorBoard compares runs in
   *     sibling folders
   */
  public static TensorBoard of(Path logDir) {
    Objects.requireNonNull(logDir, "logDir");
    return new TensorBoard(logDir, 0, true, null);
  }

  /** Sets the number of epochs between weight histograms, 0 for none; 0 by default. */
  public TensorBoard histogramFreq(int histogramFreq) {
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /** Sets whether the graph is written; true by default. */
  public TensorBoard writeGraph(boolean writeGraph) {
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /**
   * Sets the number of steps after which the running scores are written, at least 1; by default,
   * scores are written only per epoch.
   */
  public TensorBoard updateFreq(int updateFreq) {
    Arguments.requirePositive("updateFreq", updateFreq);
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /** Resets the state; files are created on the first write. */
  @Override
  public void onTrainBegin(Training training) {
    batches = 0;
    started = unused();
  }

  /** A start time that no existing file name contains. */
  private long unused() {
    long moment = System.currentTimeMillis();
    while (Files.exists(file(TRAIN, moment)) || Files.exists(file(VALIDATION, moment))) {
      moment++;
    }
    return moment;
  }

  private Path file(String folder, long moment) {
    return EventFile.in(logDir.resolve(folder), moment);
  }

  @Override
  public void onTrainBatchEnd(Training training, int step, Supplier<Scores> running) {
    batches++;
    if (updateFreq != null && batches % updateFreq == 0) {
      EventFile file = train(training);
      running.get().values().forEach((name, value) -> file.scalar("batch_" + name, value, batches));
    }
  }

  /**
   * Writes the scores.
   *
   * @throws java.io.UncheckedIOException if they cannot be written
   */
  @Override
  public void onEpochEnd(Training training, EpochLog log) {
    int epoch = log.epoch() - 1;
    EventFile file = train(training);
    Map<String, Double> scores = new LinkedHashMap<>(log.scores().values());
    training.currentLearningRate().ifPresent(rate -> scores.put(LEARNING_RATE, rate));
    Map<String, Double> validated = new LinkedHashMap<>();
    scores.forEach(
        (name, value) -> {
          if (name.startsWith(VALIDATED)) {
            validated.put(name.substring(VALIDATED.length()), value);
          } else {
            file.scalar("epoch_" + name, value, epoch);
          }
        });
    if (histogramFreq > 0 && epoch % histogramFreq == 0) {
      training.inspect(values -> writeWeights(file, values, epoch));
    }
    file.flush();
    if (!validated.isEmpty()) {
      writeValidation(validation(), validated, epoch, training.inspect(ModelValues::iteration));
    }
  }

  private static Void writeWeights(EventFile file, ModelValues values, int epoch) {
    for (String name : values.weightNames()) {
      file.histogram(name + "/histogram", values.values(name), epoch);
    }
    return null;
  }

  private static void writeValidation(
      EventFile file, Map<String, Double> scores, int epoch, long iteration) {
    scores.forEach(
        (name, value) -> {
          file.scalar("epoch_" + name, value, epoch);
          file.scalar("evaluation_" + name + "_vs_iterations", value, iteration);
        });
    file.flush();
  }

  private EventFile train(Training training) {
    EventFile open = train;
    if (open == null) {
      open = EventFile.create(file(TRAIN, started));
      train = open;
      if (writeGraph) {
        open.graph(training.inspect(values -> ((SessionValues) values).graph()));
      }
    }
    return open;
  }

  private EventFile validation() {
    EventFile open = validation;
    if (open == null) {
      open = EventFile.create(file(VALIDATION, started));
      validation = open;
    }
    return open;
  }

  /** The start of the training and the lengths of the files. */
  @Override
  public CallbackState state() {
    return CallbackState.NONE
        .with("batches", batches)
        .with("started", started)
        .with(TRAIN, train == null ? null : train.flush())
        .with(VALIDATION, validation == null ? null : validation.flush());
  }

  /**
   * Continues the existing files, or starts new ones if they are missing or shorter than before.
   */
  @Override
  public void restore(Training training, CallbackState state) {
    batches = state.longNumber("batches");
    started = state.longNumber("started");
    boolean trained = state.number(TRAIN) != null;
    boolean validated = state.number(VALIDATION) != null;
    train = EventFile.reopen(file(TRAIN, started), state.longNumber(TRAIN));
    validation = EventFile.reopen(file(VALIDATION, started), state.longNumber(VALIDATION));
    if ((trained && train == null) || (validated && validation == null)) {
      onTrainExit(training);
      started = unused();
    }
  }

  /** Closes the files. */
  @Override
  public void onTrainExit(Training training) {
    try {
      if (train != null) {
        train.close();
      }
    } finally {
      train = null;
      if (validation != null) {
        validation.close();
        validation = null;
      }
    }
  }
}
