package io.rhyton.training;

import java.util.SplittableRandom;

/**
 * The order in which an epoch takes the samples: a function of seed and epoch alone, so that
 * training can go on in the middle of a run as if it had never stopped.
 */
final class SampleOrder {
  private final int samples;
  private final boolean shuffle;
  private final long seed;

  SampleOrder(int samples, boolean shuffle, long seed) {
    this.samples = samples;
    this.shuffle = shuffle;
    this.seed = seed;
  }

  static int[] asGiven(int samples) {
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      order[i] = i;
    }
    return order;
  }

  int[] of(int epoch) {
    int[] order = asGiven(samples);
    if (shuffle) {
      // Fisher and Yates: every order is equally likely.
      SplittableRandom random = new SplittableRandom(seed + 0x9e3779b97f4a7c15L * epoch);
      for (int i = samples - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    return order;
  }
}
