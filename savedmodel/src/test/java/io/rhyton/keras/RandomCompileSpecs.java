package io.rhyton.keras;

import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.BinaryAccuracy;
import io.rhyton.model.training.BinaryCrossentropy;
import io.rhyton.model.training.CategoricalAccuracy;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.SparseCategoricalAccuracy;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every optimizer, loss and metric, with options drawn from a seed. */
final class RandomCompileSpecs {
  private RandomCompileSpecs() {}

  static CompileSpec draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<Metric> metrics =
        new ArrayList<>(
            List.of(
                Accuracy.of(),
                BinaryAccuracy.of(),
                CategoricalAccuracy.of(),
                SparseCategoricalAccuracy.of()));
    metrics.removeIf(metric -> random.nextBoolean());
    return CompileSpec.of(
        new RandomOptimizers(random).draw(), loss(random), metrics.toArray(Metric[]::new));
  }

  private static Loss loss(Random random) {
    boolean fromLogits = random.nextBoolean();
    return switch (random.nextInt(4)) {
      case 0 -> new BinaryCrossentropy(fromLogits);
      case 1 -> new CategoricalCrossentropy(fromLogits);
      case 2 -> new SparseCategoricalCrossentropy(fromLogits);
      default -> MeanSquaredError.of();
    };
  }
}
