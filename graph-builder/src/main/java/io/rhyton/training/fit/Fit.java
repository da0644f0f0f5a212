package io.rhyton.training.fit;

import io.rhyton.callback.Callback;
import io.rhyton.data.Dataset;
import io.rhyton.data.Source;
import io.rhyton.error.Arguments;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.training.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arguments of {@link io.rhyton.training.Model#fit}, with Keras's names and defaults.
 *
 * <pre>{@code
 * Fit fit = Fit.epochs(20).batchSize(64).validationData(validation)
 *     .callbacks(EarlyStopping.of("val_loss").patience(3));
 * }</pre>
 *
 * @param epochOptions epochs, batch size and steps per epoch
 * @param sampleOptions shuffling, augmentation and class weights
 * @param validation the data to validate on, and how often
 * @param callbacks the callbacks, in the order in which they are called
 * @param progress how progress is reported
 */
public record Fit(
    EpochOptions epochOptions,
    SampleOptions sampleOptions,
    Validation validation,
    List<Callback> callbacks,
    Progress progress) {

  public Fit {
    Objects.requireNonNull(epochOptions, "epochOptions");
    Objects.requireNonNull(sampleOptions, "sampleOptions");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(progress, "progress");
    callbacks = Arguments.copyOf("callbacks", callbacks);
  }

  /**
   * Trains for the given number of epochs, in shuffled batches of 32, without validation.
   *
   * @param epochs the number of the last epoch, counted from 1, at least 1
   */
  public static Fit epochs(int epochs) {
    return new Fit(
        EpochOptions.epochs(epochs),
        SampleOptions.USUAL,
        Validation.NONE,
        List.of(),
        Progress.AUTO);
  }

  /**
   * Sets the number of epochs already trained, at least 0; 0 by default. Epochs are counted from 1,
   * so the first one is then {@code initialEpoch + 1}.
   */
  public Fit initialEpoch(int initialEpoch) {
    return epochOptions(epochOptions.initialEpoch(initialEpoch));
  }

  /** Sets the batch size, at least 1; 32 by default. */
  public Fit batchSize(int batchSize) {
    return epochOptions(epochOptions.batchSize(batchSize));
  }

  /**
   * Sets the steps per epoch, at least 1. An epoch then continues in the data where the previous
   * one ended, and starts another pass at the end of the data, so that every batch is full. By
   * default an epoch is one pass over the data.
   */
  public Fit stepsPerEpoch(int stepsPerEpoch) {
    return epochOptions(epochOptions.stepsPerEpoch(stepsPerEpoch));
  }

  private Fit epochOptions(EpochOptions epochOptions) {
    return new Fit(epochOptions, sampleOptions, validation, callbacks, progress);
  }

  /**
   * Sets the fraction of the data to hold out for validation, in [0, 1); 0 by default. It is taken
   * from the end of the data, before shuffling.
   */
  public Fit validationSplit(double validationSplit) {
    return validation(validation.split(validationSplit));
  }

  /**
   * Sets the data to validate on; none by default. With a batch source, every validation uses the
   * first pass.
   */
  public Fit validationData(Source validationData) {
    Objects.requireNonNull(validationData, "validationData");
    return validation(validation.data(validationData));
  }

  /** Validates every n-th epoch, at least 1; 1 by default. */
  public Fit validationFreq(int validationFreq) {
    return validation(validation.freq(validationFreq));
  }

  private Fit validation(Validation validation) {
    return new Fit(epochOptions, sampleOptions, validation, callbacks, progress);
  }

  /** Sets whether the data is reshuffled for every pass over it; true by default. */
  public Fit shuffle(boolean shuffle) {
    return sampleOptions(sampleOptions.shuffle(shuffle));
  }

  /** Sets the seed for shuffling; the model's by default. */
  public Fit seed(long seed) {
    return sampleOptions(sampleOptions.seed(seed));
  }

  /**
   * Sets the random augmentation of training images; none by default. The random values depend only
   * on the model's seed and the step, or, for batches of a source, the epoch and the batch.
   * Validation data is not augmented, but is standardized like the training data if the generator
   * does so.
   */
  public Fit augmentation(ImageDataGenerator augmentation) {
    Objects.requireNonNull(augmentation, "augmentation");
    return sampleOptions(sampleOptions.augmentation(augmentation));
  }

  /**
   * Sets the weight of each class in the training loss, by class index. Classes without an entry
   * have weight 1; validation is not weighted. Supported for models with one output, and data
   * without {@linkplain Dataset#sampleWeights sample weights}.
   *
   * @throws IllegalArgumentException if a class index is negative, or a weight is negative or not
   *     finite; when training starts, if the model has no such class
   */
  public Fit classWeight(Map<Integer, Double> classWeight) {
    return sampleOptions(sampleOptions.classWeight(classWeight));
  }

  private Fit sampleOptions(SampleOptions sampleOptions) {
    return new Fit(epochOptions, sampleOptions, validation, callbacks, progress);
  }

  /** Sets the callbacks, in the order in which they are called; none by default. */
  public Fit callbacks(Callback... callbacks) {
    Arguments.requireNoNulls("callbacks", callbacks);
    return new Fit(epochOptions, sampleOptions, validation, List.of(callbacks), progress);
  }

  /** Sets how progress is reported; {@link Progress#AUTO} by default. */
  public Fit progress(Progress progress) {
    Objects.requireNonNull(progress, "progress");
    return new Fit(epochOptions, sampleOptions, validation, callbacks, progress);
  }
}
