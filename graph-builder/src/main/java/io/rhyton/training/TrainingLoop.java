package io.rhyton.training;

import io.rhyton.data.Dataset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The epochs of one {@code fit}. */
final class TrainingLoop {
  private final ModelSession session;
  private final Dataset train;
  private final @Nullable Dataset validation;
  private final Fit fit;
  private final SampleOrder order;
  private final ProgressDisplay display;
  private boolean trained;

  TrainingLoop(
      ModelSession session,
      Dataset train,
      @Nullable Dataset validation,
      Fit fit,
      SampleOrder order,
      ProgressDisplay display) {
    this.session = session;
    this.train = train;
    this.validation = validation;
    this.fit = fit;
    this.order = order;
    this.display = display;
  }

  /** Trains until the last epoch, or until the thread is interrupted, which it stays. */
  History run() {
    History history = epochs();
    if (trained) {
      session.finish();
    }
    return history;
  }

  private History epochs() {
    List<EpochLog> epochs = new ArrayList<>();
    for (int epoch = fit.initialEpoch() + 1; epoch <= fit.epochs(); epoch++) {
      long start = System.nanoTime();
      Tally tally = session.tally();
      if (!train(epoch, tally)) {
        return new History(epochs, true);
      }
      requireFiniteWeights(epoch);
      Map<String, Double> values = new LinkedHashMap<>(tally.scores().values());
      if (validation != null) {
        evaluate(session, validation, fit.batchSize())
            .values()
            .forEach((name, value) -> values.put("val_" + name, value));
      }
      EpochLog log =
          new EpochLog(epoch, new Scores(values), Duration.ofNanos(System.nanoTime() - start));
      epochs.add(log);
      display.epochEnds(log);
    }
    return new History(epochs, false);
  }

  /** Returns false if the thread was interrupted before the epoch's end. */
  private boolean train(int epoch, Tally tally) {
    display.epochStarts(epoch, BatchFeeder.steps(train.size(), fit.batchSize()));
    try (BatchFeeder feeder =
        new BatchFeeder(train, order.of(epoch), fit.batchSize(), session.labelForms())) {
      int step = 0;
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed batch = feed) {
          if (Thread.currentThread().isInterrupted()) {
            return false;
          }
          float[] measures = session.trainStep(batch);
          step++;
          trained = true;
          requireFinite(measures[0], epoch, step);
          tally.add(measures, batch.size());
          display.step(step, tally::scores);
        }
      }
    }
    return true;
  }

  private static void requireFinite(float loss, int epoch, int step) {
    if (!Float.isFinite(loss)) {
      throw new TrainingException(
          epoch,
          step,
          "a finite loss",
          Float.toString(loss),
          "Lower the learning rate, or look for NaN and very large values in the data.");
    }
  }

  /** A ReLU makes 0 of NaN, and the loss behind it does not tell. */
  private void requireFiniteWeights(int epoch) {
    String found = session.inspect(TrainingLoop::notFinite);
    if (!found.isEmpty()) {
      throw new TrainingException(
          epoch,
          BatchFeeder.steps(train.size(), fit.batchSize()),
          "finite weights",
          found,
          "Lower the learning rate.");
    }
  }

  /** A value that is not finite, and the weight that it is in; empty if there is none. */
  private static String notFinite(ModelValues weights) {
    for (String name : weights.weightNames()) {
      for (float value : weights.values(name)) {
        if (!Float.isFinite(value)) {
          return value + " in '" + name + "'";
        }
      }
    }
    return "";
  }

  static Scores evaluate(ModelSession session, Dataset data, int batchSize) {
    Tally tally = session.tally();
    try (BatchFeeder feeder =
        new BatchFeeder(data, SampleOrder.asGiven(data.size()), batchSize, session.labelForms())) {
      for (Feed feed = feeder.next(); feed != null; feed = feeder.next()) {
        try (Feed batch = feed) {
          tally.add(session.evaluate(batch), batch.size());
        }
      }
    }
    return tally.scores();
  }
}
