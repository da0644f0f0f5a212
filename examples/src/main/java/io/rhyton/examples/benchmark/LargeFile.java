package io.rhyton.examples.benchmark;

import io.rhyton.inference.Predictor;
import io.rhyton.keras.KerasFile;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * A {@code .keras} file with 25 million parameters, to write and to read.
 *
 * @param path the path of the file, which is created by the first side that reads it
 */
record LargeFile(Path path) {
  private static final int TIMES = 5;
  private static final ModelSpec MODEL =
      Sequential.vector(5_000).add(Dense.of(5_000)).build("large");

  static LargeFile beside(Path images) {
    return new LargeFile(images.resolveSibling("large.keras"));
  }

  double writeSeconds() {
    Weights weights = weights();
    return Comparison.median(
        DoubleStream.generate(() -> timed(() -> KerasFile.write(MODEL, weights, path)))
            .limit(TIMES));
  }

  double readSeconds() {
    if (!Files.exists(path)) {
      KerasFile.write(MODEL, weights(), path);
    }
    return Comparison.median(DoubleStream.generate(() -> timed(this::read)).limit(TIMES));
  }

  private void read() {
    try (Predictor predictor = KerasFile.read(path).predictor()) {
      if (predictor.outputShape().get(1) != 5_000) {
        throw new IllegalStateException(path + " contains another model");
      }
    }
  }

  private static double timed(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return BenchmarkWorker.seconds(start);
  }

  private static Weights weights() {
    SplittableRandom random = new SplittableRandom(1);
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : MODEL.resolve().weights()) {
      float[] values = new float[(int) weight.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble();
      }
      weights.add(weight.name(), weight.shape(), values);
    }
    return weights.build();
  }
}
