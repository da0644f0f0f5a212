package io.rhyton.keras;

import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.FlipMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.Resizing;
import io.rhyton.model.shape.Interval;
import java.util.Random;

/** Random resizing and augmentation layers. */
final class RandomPreprocessing {
  private final Random random;
  private final RandomLayers options;

  RandomPreprocessing(Random random, RandomLayers options) {
    this.random = random;
    this.options = options;
  }

  /** Returns a layer from an image of any size to an image. */
  Layer imageLayer() {
    return switch (random.nextInt(9)) {
      case 0 -> new CenterCrop(side(), side());
      case 1 -> new RandomBrightness(factor(-1), valueRange(), options.seed());
      case 2 -> new RandomContrast(factor(0), valueRange(), options.seed());
      case 3 -> new RandomCrop(side(), side(), options.seed());
      case 4 -> new RandomFlip(oneOf(FlipMode.values()), options.seed());
      case 5 ->
          new RandomRotation(
              factor(-1), fillMode(), interpolation(), options.seed(), random.nextGaussian());
      case 6 ->
          new RandomTranslation(
              factor(-1),
              factor(-1),
              fillMode(),
              interpolation(),
              options.seed(),
              random.nextGaussian());
      case 7 ->
          new RandomZoom(
              factor(-1),
              random.nextBoolean() ? null : factor(-1),
              fillMode(),
              interpolation(),
              options.seed(),
              random.nextGaussian());
      default -> resizing();
    };
  }

  private Resizing resizing() {
    boolean isCropped = random.nextBoolean();
    return new Resizing(
        side(),
        side(),
        oneOf(Interpolation.values()),
        isCropped,
        !isCropped && random.nextBoolean(),
        random.nextGaussian(),
        random.nextBoolean());
  }

  private int side() {
    return 4 + random.nextInt(12);
  }

  private Interval factor(double least) {
    double lower = least + random.nextDouble() * (1 - least);
    return new Interval(lower, lower + random.nextDouble() * (1 - lower));
  }

  private Interval valueRange() {
    return random.nextBoolean() ? new Interval(0, 255) : new Interval(-1, random.nextDouble());
  }

  private FillMode fillMode() {
    return oneOf(FillMode.values());
  }

  private Interpolation interpolation() {
    return random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR;
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
