package io.rhyton.training;

import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.model.Arguments;
import io.rhyton.model.training.ImageDataGenerator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link Model#fit}, with Keras's names and defaults.
 *
 * @param epochs the number of the last epoch
 * @param initialEpoch epochs that ran before, so that the first one here has number {@code
 *     initialEpoch + 1}
 * @param batchSize samples a step; the last step of an epoch takes what is left
 * @param stepsPerEpoch steps an epoch; as many as it takes to see every sample once if null
 * @param validation what is evaluated after an epoch
 * @param shuffle whether every pass over the data takes the samples in a new order
 * @param seed the seed of that order; the model's if null
 * @param augmentation how images are changed before they are trained on; not at all if null
 * @param classWeight what the samples of a class count in the loss, by its number; 1 if not named
 * @param callbacks what watches, in the order in which they are called
 * @param progress how to report
 */
public record Fit(
    int epochs,
    int initialEpoch,
    int batchSize,
    @Nullable Integer stepsPerEpoch,
    Validation validation,
    boolean shuffle,
    @Nullable Long seed,
    @Nullable ImageDataGenerator augmentation,
    Map<Integer, Double> classWeight,
    List<Callback> callbacks,
    Progress progress) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public Fit {
    Arguments.requirePositive("epochs", epochs);
    Arguments.requireNotNegative("initialEpoch", initialEpoch);
    Arguments.requirePositive("batchSize", batchSize);
    if (stepsPerEpoch != null) {
      Arguments.requirePositive("stepsPerEpoch", stepsPerEpoch);
    }
    classWeight = Map.copyOf(classWeight);
    classWeight.forEach((number, weight) -> requireWeight(number, weight));
    callbacks = List.copyOf(callbacks);
  }

  private static void requireWeight(int number, double weight) {
    Arguments.requireNotNegative("number of a class in classWeight", number);
    Arguments.requireFinite("classWeight of class " + number, weight);
  }

  /** So many epochs in batches of 32, shuffled, without validation. */
  public static Fit epochs(int epochs) {
    return new Fit(
        epochs, 0, 32, null, Validation.NONE, true, null, null, Map.of(), List.of(), Progress.AUTO);
  }

  /** Sets how many epochs ran before; 0 unless set. */
  public Fit initialEpoch(int initialEpoch) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /** Sets the samples a step, at least 1; 32 unless set. */
  public Fit batchSize(int batchSize) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /**
   * Sets the steps an epoch, at least 1. An epoch then goes on in the data where the one before it
   * ended, and from its end on in another pass over it, so that every batch is full.
   */
  public Fit stepsPerEpoch(int stepsPerEpoch) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /**
   * Sets the share of the data, taken from its end before shuffling, that is not trained on but
   * evaluated, in [0, 1); 0 unless set.
   */
  public Fit validationSplit(double validationSplit) {
    return validation(validation.split(validationSplit));
  }

  /** Sets the data to validate on; none unless set. */
  public Fit validationData(Dataset validationData) {
    return validation(validation.data(validationData));
  }

  /** Sets batches to validate on, of which each validation takes a first pass; none unless set. */
  public Fit validationData(BatchSource validationData) {
    return validation(validation.source(validationData));
  }

  /** Sets the epochs from one validation to the next, at least 1; 1 unless set. */
  public Fit validationFreq(int validationFreq) {
    return validation(validation.freq(validationFreq));
  }

  private Fit validation(Validation validation) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /** Sets whether every pass over the data takes a new order; true unless set. */
  public Fit shuffle(boolean shuffle) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /** Sets the seed of the order; the model's unless set. */
  public Fit seed(long seed) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /**
   * Sets how images are changed at random before they are trained on; not at all unless set. What
   * is drawn is a function of the model's seed and the step alone. Validation data is not changed,
   * but standardized as the training data if the generator does that.
   */
  public Fit augmentation(ImageDataGenerator augmentation) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /**
   * Sets what the samples of a class count in the loss of training, by the number of the class;
   * those of a class that is not named count 1, and so does everything that is validated. It is for
   * models with one output, and for samples that are not {@linkplain Dataset#weighted weighted}.
   *
   * @throws IllegalArgumentException if a number is below 0, or a weight not finite
   */
  public Fit classWeight(Map<Integer, Double> classWeight) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }

  /** Sets what watches the training, in the order in which they are called; nothing unless set. */
  public Fit callbacks(Callback... callbacks) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        List.of(callbacks),
        progress);
  }

  /** Sets how to report; {@link Progress#AUTO} unless set. */
  public Fit progress(Progress progress) {
    return new Fit(
        epochs,
        initialEpoch,
        batchSize,
        stepsPerEpoch,
        validation,
        shuffle,
        seed,
        augmentation,
        classWeight,
        callbacks,
        progress);
  }
}
