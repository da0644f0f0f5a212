package io.rhyton.callback;

import io.rhyton.error.Arguments;
import io.rhyton.execution.ModelValues;
import io.rhyton.history.CallbackState;
import io.rhyton.history.EpochLog;
import io.rhyton.history.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what TensorBoard shows ({@code tensorboard --logdir FOLDER}), under Keras's names: the
 * scores of each epoch and its learning rate into the folder {@code train}, those of validation
 * into {@code validation}; the graph, as TensorFlow runs it; histograms of the weights. The first
 * epoch is step 0, as in Keras. Callbacks that log values of their own stand before it.
 *
 * <p>The files are written out after each epoch. A training that goes on after it was killed goes
 * on in the same files, and drops what they hold of the steps that are done once more.
 *
 * <p>Source: {@code keras/src/callbacks/tensorboard.py}, Keras 3.15, which puts the name of a
 * sequential model before those of its weights, and draws the model by its layers.
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
   * Writes scores and graph.
   *
   * @param logDir the folder of one training, which is made; those of several stand side by side in
   *     the one that TensorBoard is given
   */
  public static TensorBoard of(Path logDir) {
    return new TensorBoard(logDir, 0, true, null);
  }

  /** Sets after how many epochs each the weights are shown, 0 for never; 0 unless set. */
  public TensorBoard histogramFreq(int histogramFreq) {
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /** Sets whether the graph is shown; true unless set. */
  public TensorBoard writeGraph(boolean writeGraph) {
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /**
   * Sets after how many steps each the scores of the epoch so far are written, at least 1; only
   * those of whole epochs are unless set.
   */
  public TensorBoard updateFreq(int updateFreq) {
    Arguments.requirePositive("updateFreq", updateFreq);
    return new TensorBoard(logDir, histogramFreq, writeGraph, updateFreq);
  }

  /** Counts from 0; the files are made when there is something to write. */
  @Override
  public void onTrainBegin(Training training) {
    batches = 0;
    started = unused();
  }

  /** A moment that no file has the name of. */
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
        open.graph(training.inspect(ModelValues::graph));
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

  /** When training began, and how long the files are. */
  @Override
  public CallbackState state() {
    return CallbackState.NONE
        .with("batches", batches)
        .with("started", started)
        .with(TRAIN, train == null ? null : train.flush())
        .with(VALIDATION, validation == null ? null : validation.flush());
  }

  /** Goes on in the files of before; in new ones if they are gone or shorter than they were. */
  @Override
  public void restore(Training training, CallbackState state) {
    batches = state.whole("batches");
    started = state.whole("started");
    boolean trained = state.number(TRAIN) != null;
    boolean validated = state.number(VALIDATION) != null;
    train = EventFile.reopen(file(TRAIN, started), state.whole(TRAIN));
    validation = EventFile.reopen(file(VALIDATION, started), state.whole(VALIDATION));
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
