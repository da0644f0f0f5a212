package io.rhyton.examples.benchmark;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The time that callbacks take after each epoch: those between the two of its own. */
final class EpochEnds {
  private final List<Double> seconds = new ArrayList<>();
  private long start;
  private boolean running;

  /** Comes before the callbacks that are measured. */
  Callback first() {
    return new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochLog log) {
        start = System.nanoTime();
        running = true;
      }
    };
  }

  /** Comes after them. */
  Callback last() {
    return new Callback() {
      @Override
      public void onProgress(Training training) {
        if (running) {
          seconds.add(BenchmarkWorker.seconds(start));
          running = false;
        }
      }
    };
  }

  /** What each epoch's end took. */
  DoubleStream seconds() {
    return seconds.stream().mapToDouble(Double::doubleValue);
  }
}
