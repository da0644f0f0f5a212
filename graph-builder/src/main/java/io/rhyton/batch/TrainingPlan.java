package io.rhyton.batch;

import org.jspecify.annotations.Nullable;

/**
 * What makes two trainings on the same data take the same steps.
 *
 * @param seed the model's
 * @param orderSeed the seed of the order of the samples
 * @param shuffle whether they are taken in an order of their own
 * @param samples how many there are to train on; 0 if batches come from a source
 * @param batchSize samples a step; 0 if the source decides
 * @param steps steps an epoch; 0 if the source decides
 * @param augmentation how images are changed, in words; empty if they are not, null if nobody knows
 */
public record TrainingPlan(
    long seed,
    long orderSeed,
    boolean shuffle,
    int samples,
    int batchSize,
    int steps,
    @Nullable String augmentation) {

  /** Batches as a source gives them, so many an epoch; 0 for as many as there are. */
  public static TrainingPlan ofSource(long seed, int steps, String augmentation) {
    return new TrainingPlan(seed, seed, false, 0, 0, steps, augmentation);
  }

  public TrainingPlan orderSeed(long orderSeed) {
    return new TrainingPlan(seed, orderSeed, shuffle, samples, batchSize, steps, augmentation);
  }

  /** What users set, in a few words. */
  @Override
  public String toString() {
    String change =
        augmentation == null || augmentation.isEmpty() ? "" : ", images changed by " + augmentation;
    if (batchSize == 0) {
      return "batches of a source, "
          + (steps == 0 ? "a pass" : steps + " steps")
          + " an epoch"
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
        + " steps an epoch"
        + change;
  }

  /** Whether the other takes the same steps, but for what the seed of the model decides. */
  public boolean fits(TrainingPlan other) {
    boolean sameOrder = followsModel() ? other.followsModel() : orderSeed == other.orderSeed;
    boolean sameImages = other.augmentation == null || other.augmentation.equals(augmentation);
    return sameOrder
        && sameImages
        && shuffle == other.shuffle
        && samples == other.samples
        && batchSize == other.batchSize
        && steps == other.steps;
  }

  /** Whether the order has no seed of its own. */
  private boolean followsModel() {
    return orderSeed == seed;
  }
}
