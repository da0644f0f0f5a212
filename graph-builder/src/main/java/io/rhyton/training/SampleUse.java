package io.rhyton.training;

import io.rhyton.error.Arguments;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order samples are trained on, as what, and what each counts.
 *
 * @param shuffle whether every pass over the data takes the samples in a new order
 * @param seed the seed of that order; the model's if null
 * @param augmentation how images are changed before they are trained on; not at all if null
 * @param classWeight what the samples of a class count in the loss, by its number; 1 if not named
 */
public record SampleUse(
    boolean shuffle,
    @Nullable Long seed,
    @Nullable ImageDataGenerator augmentation,
    Map<Integer, Double> classWeight) {
  static final SampleUse USUAL = new SampleUse(true, null, null, Map.of());

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public SampleUse {
    classWeight = Map.copyOf(classWeight);
    classWeight.forEach((number, weight) -> requireWeight(number, weight));
  }

  private static void requireWeight(int number, double weight) {
    Arguments.requireNotNegative("number of a class in classWeight", number);
    Arguments.requireFinite("classWeight of class " + number, weight);
  }

  SampleUse shuffle(boolean shuffle) {
    return new SampleUse(shuffle, seed, augmentation, classWeight);
  }

  SampleUse seed(long seed) {
    return new SampleUse(shuffle, seed, augmentation, classWeight);
  }

  SampleUse augmentation(ImageDataGenerator augmentation) {
    return new SampleUse(shuffle, seed, augmentation, classWeight);
  }

  SampleUse classWeight(Map<Integer, Double> classWeight) {
    return new SampleUse(shuffle, seed, augmentation, classWeight);
  }

  /** How images are changed; empty if they are not. */
  String changes() {
    return augmentation == null ? "" : augmentation.toString();
  }
}
