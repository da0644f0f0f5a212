package io.rhyton.training;

/**
 * What makes two trainings on the same data take the same steps.
 *
 * @param seed the model's
 * @param orderSeed the seed of the order of the samples
 * @param shuffle whether they are taken in an order of their own
 * @param samples how many there are to train on
 * @param batchSize samples a step
 * @param steps steps an epoch
 */
public record TrainingPlan(
    long seed, long orderSeed, boolean shuffle, int samples, int batchSize, int steps) {

  TrainingPlan orderSeed(long orderSeed) {
    return new TrainingPlan(seed, orderSeed, shuffle, samples, batchSize, steps);
  }

  /** Whether the other takes the same steps, but for what the seed of the model decides. */
  public boolean fits(TrainingPlan other) {
    return equals(
        new TrainingPlan(
            seed, other.orderSeed, other.shuffle, other.samples, other.batchSize, other.steps));
  }
}
