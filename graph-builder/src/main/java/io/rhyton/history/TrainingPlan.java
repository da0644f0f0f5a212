package io.rhyton.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that determine the steps of a training run: with equal plans, two training runs on
 * the same data take the same steps.
 *
 * @param seed the model's seed
 * @param orderSeed the seed for shuffling
 * @param shuffle whether the samples are shuffled
 * @param samples the number of training samples; 0 if batches come from a source
 * @param batchSize samples per step; 0 if it is up to the source
 * @param steps steps per epoch; 0 if it is up to the source
 * @param augmentation the augmentation as text; empty if there is none, null if unknown
 */
public record TrainingPlan(
    long seed,
    long orderSeed,
    boolean shuffle,
    int samples,
    int batchSize,
    int steps,
    @Nullable String augmentation) {

  /** The plan for a batch source, with the given number of batches per epoch, or 0 for one pass. */
  public static TrainingPlan ofSource(long seed, int steps, String augmentation) {
    Objects.requireNonNull(augmentation, "augmentation");
    return new TrainingPlan(seed, seed, false, 0, 0, steps, augmentation);
  }

  /** Sets the seed for shuffling. */
  public TrainingPlan orderSeed(long orderSeed) {
    return new TrainingPlan(seed, orderSeed, shuffle, samples, batchSize, steps, augmentation);
  }

  /** A short description of the user's settings. */
  @Override
  public String toString() {
    String change =
        augmentation == null || augmentation.isEmpty()
            ? ""
            : ", images augmented by " + augmentation;
    if (batchSize == 0) {
      return "batches of a source, "
          + (steps == 0 ? "a pass" : steps + " steps")
          + " per epoch"
          + change;
    }
    String order = shuffle ? "shuffled by seed " + orderSeed : "not shuffled";
    return samples
        + " samples "
        + order
        + ", batches of "
        + batchSize
        + ", "
        + steps
        + " steps per epoch"
        + change;
  }

  /** Whether another plan takes the same steps, apart from effects of the model's seed. */
  public boolean fits(TrainingPlan other) {
    Objects.requireNonNull(other, "other");
    boolean sameOrder = usesModelSeed() ? other.usesModelSeed() : orderSeed == other.orderSeed;
    boolean sameImages = other.augmentation == null || other.augmentation.equals(augmentation);
    return sameOrder
        && sameImages
        && shuffle == other.shuffle
        && samples == other.samples
        && batchSize == other.batchSize
        && steps == other.steps;
  }

  /** Whether the shuffling seed is the model's. */
  private boolean usesModelSeed() {
    return orderSeed == seed;
  }
}
