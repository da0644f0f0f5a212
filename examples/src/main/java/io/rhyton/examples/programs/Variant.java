package io.rhyton.examples.programs;

import io.rhyton.examples.programs.architectures.Networks;
import io.rhyton.examples.programs.architectures.ResNet20;
import io.rhyton.examples.programs.architectures.ResNet9;
import io.rhyton.examples.programs.architectures.SmallMobileNet;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.LearningRate;
import java.util.Locale;

/** The networks that {@code rhyton train} can train. */
enum Variant {
  BASELINE,
  DROPOUT,
  BATCHNORM,
  AUGMENTED,
  RESNET9,
  RESNET20,
  MOBILENET;

  private static final double LEARNING_RATE = 1e-3;

  /**
   * Returns the network.
   *
   * @param side height and width of the images in pixels, at least 8
   * @param classes number of classes
   */
  ModelSpec spec(int side, int classes) {
    return switch (this) {
      case BASELINE -> Networks.baseline(side, classes);
      case DROPOUT -> Networks.dropout(side, classes);
      case BATCHNORM -> Networks.batchnorm(side, classes);
      case AUGMENTED -> Networks.augmented(side, classes);
      case RESNET9 -> ResNet9.spec(side, classes);
      case RESNET20 -> ResNet20.spec(side, classes);
      case MOBILENET -> SmallMobileNet.spec(side, classes);
    };
  }

  /**
   * Returns the optimizer that the network is trained with.
   *
   * @param steps total number of training steps
   * @param cosine whether to decay the learning rate of a network that has no schedule by default
   */
  Optimizer optimizer(long steps, boolean cosine) {
    if (this == RESNET9) {
      long warmup = Math.max(1, steps / 5);
      CosineDecay rate = CosineDecay.of(0, Math.max(1, steps - warmup)).warmup(0.1, warmup);
      return SGD.of(rate).momentum(0.9).nesterov(true);
    }
    boolean decays = cosine || this == AUGMENTED;
    return Adam.of(decays ? CosineDecay.of(LEARNING_RATE, steps) : LearningRate.of(LEARNING_RATE));
  }

  /** Returns the loss that the network is trained with. */
  CategoricalCrossentropy loss() {
    CategoricalCrossentropy loss = CategoricalCrossentropy.of();
    return this == RESNET9 ? loss.labelSmoothing(0.1) : loss;
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
