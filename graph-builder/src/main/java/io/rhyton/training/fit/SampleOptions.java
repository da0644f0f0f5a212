package io.rhyton.training.fit;

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
public record SampleOptions(
    boolean shuffle,
    @Nullable Long seed,
    @Nullable ImageDataGenerator augmentation,
    Map<Integer, Double> classWeight) {
  static final SampleOptions USUAL = new SampleOptions(true, null, null, Map.of());

  /**
   * Creates the options.
   *
   * @throws IllegalArgumentException if an option is outside its range
   */
  public SampleOptions {
    classWeight = Arguments.copyOf("classWeight", classWeight);
    classWeight.forEach((number, weight) -> requireWeight(number, weight));
  }

  private static void requireWeight(int number, double weight) {
    Arguments.requireNotNegative("class index in classWeight", number);
    Arguments.requireNotNegative("classWeight of class " + number, weight);
  }

  SampleOptions shuffle(boolean shuffle) {
    return new SampleOptions(shuffle, seed, augmentation, classWeight);
  }

  SampleOptions seed(long seed) {
    return new SampleOptions(shuffle, seed, augmentation, classWeight);
  }

  SampleOptions augmentation(ImageDataGenerator augmentation) {
    return new SampleOptions(shuffle, seed, augmentation, classWeight);
  }

  SampleOptions classWeight(Map<Integer, Double> classWeight) {
    return new SampleOptions(shuffle, seed, augmentation, classWeight);
  }
}
