package io.rhyton.examples.benchmark;

import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.history.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Measures the time that callbacks take after each epoch: those between first() and last(). */
final class EpochEnds {
  private final List<Double> seconds = new ArrayList<>();
  private long start;
  private boolean running;

  /** Returns the callback to put before the measured ones. */
  Callback first() {
    return new Callback() {
      @Override
      public void onEpochEnd(Training training, EpochLog log) {
        start = System.nanoTime();
        running = true;
      }
    };
  }

  /** Returns the callback to put after the measured ones. */
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

  /** Returns the time in seconds for each epoch. */
  DoubleStream seconds() {
    return seconds.stream().mapToDouble(Double::doubleValue);
  }
}
