package io.rhyton.training;

import io.rhyton.callback.Callback;
import io.rhyton.data.BatchSource;
import io.rhyton.data.Dataset;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.Map;

/**
 * The arguments of {@link Model#fit}, with Keras's names and defaults.
 *
 * @param pace how long, and in which steps
 * @param use how the samples are trained on
 * @param validation what is evaluated after an epoch
 * @param callbacks what watches, in the order in which they are called
 * @param progress how to report
 */
public record Fit(
    Pace pace, SampleUse use, Validation validation, List<Callback> callbacks, Progress progress) {

  /** Copies the list. */
  public Fit {
    callbacks = List.copyOf(callbacks);
  }

  /** So many epochs in batches of 32, shuffled, without validation. */
  public static Fit epochs(int epochs) {
    return new Fit(Pace.epochs(epochs), SampleUse.USUAL, Validation.NONE, List.of(), Progress.AUTO);
  }

  /** Sets how many epochs ran before; 0 unless set. */
  public Fit initialEpoch(int initialEpoch) {
    return pace(pace.initialEpoch(initialEpoch));
  }

  /** Sets the samples a step, at least 1; 32 unless set. */
  public Fit batchSize(int batchSize) {
    return pace(pace.batchSize(batchSize));
  }

  /**
   * Sets the steps an epoch, at least 1. An epoch then goes on in the data where the one before it
   * ended, and from its end on in another pass over it, so that every batch is full.
   */
  public Fit stepsPerEpoch(int stepsPerEpoch) {
    return pace(pace.stepsPerEpoch(stepsPerEpoch));
  }

  private Fit pace(Pace pace) {
    return new Fit(pace, use, validation, callbacks, progress);
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
    return new Fit(pace, use, validation, callbacks, progress);
  }

  /** Sets whether every pass over the data takes a new order; true unless set. */
  public Fit shuffle(boolean shuffle) {
    return use(use.shuffle(shuffle));
  }

  /** Sets the seed of the order; the model's unless set. */
  public Fit seed(long seed) {
    return use(use.seed(seed));
  }

  /**
   * Sets how images are changed at random before they are trained on; not at all unless set. What
   * is drawn is a function of the model's seed and the step alone, for batches of a source of epoch
   * and batch. Validation data is not changed, but standardized as the training data if the
   * generator does that.
   */
  public Fit augmentation(ImageDataGenerator augmentation) {
    return use(use.augmentation(augmentation));
  }

  /**
   * Sets what the samples of a class count in the loss of training, by the number of the class;
   * those of a class that is not named count 1, and so does everything that is validated. It is for
   * models with one output, and for samples that are not {@linkplain Dataset#weighted weighted}.
   *
   * @throws IllegalArgumentException if a number is below 0, or a weight not finite
   */
  public Fit classWeight(Map<Integer, Double> classWeight) {
    return use(use.classWeight(classWeight));
  }

  private Fit use(SampleUse use) {
    return new Fit(pace, use, validation, callbacks, progress);
  }

  /** Sets what watches the training, in the order in which they are called; nothing unless set. */
  public Fit callbacks(Callback... callbacks) {
    return new Fit(pace, use, validation, List.of(callbacks), progress);
  }

  /** Sets how to report; {@link Progress#AUTO} unless set. */
  public Fit progress(Progress progress) {
    return new Fit(pace, use, validation, callbacks, progress);
  }
}
