package io.rhyton.keras;

import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerOptions;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random optimizers and schedules, with each option set with probability one half. */
final class RandomOptimizers {
  private final Random random;

  RandomOptimizers(Random random) {
    this.random = random;
  }

  Optimizer draw() {
    LearningRate rate = learningRate();
    OptimizerOptions options = options();
    return switch (random.nextInt(10)) {
      case 0 -> new Adadelta(rate, share(), epsilon(), options);
      case 1 -> new Adagrad(rate, share(), epsilon(), options);
      case 2 -> new Adam(rate, share(), share(), epsilon(), flag(), options);
      case 3 -> new AdamW(rate, share(), share(), epsilon(), flag(), options.weightDecay(share()));
      case 4 -> new Adamax(rate, share(), share(), epsilon(), options);
      case 5 -> new Ftrl(rate, -share(), share(), share(), share(), share(), share(), options);
      case 6 -> new Lion(rate, epsilon(), share(), options);
      case 7 -> new Nadam(rate, share(), share(), epsilon(), options);
      case 8 -> new RMSprop(rate, share(), maybeShare(), epsilon(), flag(), options);
      default -> new SGD(rate, maybeShare(), flag(), options);
    };
  }

  private LearningRate learningRate() {
    return switch (random.nextInt(12)) {
      case 0 -> new CosineDecay(share(), steps(), share(), orNull(share()), random.nextInt(9));
      case 1 -> new CosineDecayRestarts(share(), steps(), 1 + share(), share(), share());
      case 2 -> new ExponentialDecay(share(), steps(), epsilon(), flag());
      case 3 -> new InverseTimeDecay(share(), steps(), share(), flag());
      case 4 -> new PiecewiseConstantDecay(List.of(3L, 2 + steps() * 9), values(3));
      case 5 -> new PolynomialDecay(share(), steps(), share(), share(), flag());
      default -> LearningRate.of(epsilon());
    };
  }

  private List<Double> values(int count) {
    return random.doubles(count).boxed().toList();
  }

  private OptimizerOptions options() {
    int clip = random.nextInt(6);
    return new OptimizerOptions(
        orNull(epsilon()),
        clip == 0 ? (Double) epsilon() : null,
        clip == 1 ? (Double) epsilon() : null,
        clip == 2 ? (Double) epsilon() : null,
        flag(),
        share(),
        flag() ? (Integer) (1 + random.nextInt(9)) : null,
        orNull(epsilon()),
        flag() ? (Integer) (2 + random.nextInt(9)) : null,
        List.of());
  }

  private @Nullable Double orNull(double value) {
    return flag() ? value : null;
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private double share() {
    return random.nextDouble();
  }

  private double maybeShare() {
    return flag() ? share() : 0;
  }

  private double epsilon() {
    return random.nextDouble() * 0.9 + 1e-9;
  }

  private long steps() {
    return 1L + random.nextInt(1000);
  }
}
