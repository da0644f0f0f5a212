package io.rhyton.training;

import io.rhyton.error.Arguments;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shuffling, augmentation and class weights of the training samples.
 *
 * @param shuffle whether the samples are reshuffled for every pass over the data
 * @param seed the seed for shuffling; the model's if null
 * @param augmentation the image augmentation; none if null
 * @param classWeight the weight of each class in the loss, by class index; 1 for classes without an
 *     entry
 */
public record SampleUse(
    boolean shuffle,
    @Nullable Long seed,
    @Nullable ImageDataGenerator augmentation,
    Map<Integer, Double> classWeight) {
  static final SampleUse USUAL = new SampleUse(true, null, null, Map.of());

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public SampleUse {
    classWeight = Map.copyOf(classWeight);
    classWeight.forEach((number, weight) -> requireWeight(number, weight));
  }

  private static void requireWeight(int number, double weight) {
    Arguments.requireNotNegative("class index in classWeight", number);
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

  /** The augmentation as text; empty if there is none. */
  String changes() {
    return augmentation == null ? "" : augmentation.toString();
  }
}
