package io.rhyton.batch;

import io.rhyton.history.TrainingPlan;
import java.util.SplittableRandom;

/**
 * The order in which training visits the samples. It depends only on seed and position, so that
 * training can be resumed in the middle of a run with the same result.
 */
public final class SampleOrder {
  private final int samples;
  private final boolean shuffle;
  private final long seed;

  public SampleOrder(TrainingPlan plan) {
    this.samples = plan.samples();
    this.shuffle = plan.shuffle();
    this.seed = plan.orderSeed();
  }

  public static int[] asGiven(int samples) {
    int[] order = new int[samples];
    for (int i = 0; i < samples; i++) {
      order[i] = i;
    }
    return order;
  }

  /** The order of one pass over the data, counted from 1. */
  public int[] ofPass(int pass) {
    int[] order = asGiven(samples);
    if (shuffle) {
      // Fisher-Yates shuffle: every permutation is equally likely.
      SplittableRandom random = new SplittableRandom(seed + 0x9e3779b97f4a7c15L * pass);
      for (int i = samples - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
    }
    return order;
  }

  /** {@code count} samples from a position in the concatenation of all passes. */
  public int[] from(long position, int count) {
    int[] order = new int[count];
    int done = 0;
    while (done < count) {
      long next = position + done;
      int offset = (int) (next % samples);
      int length = Math.min(samples - offset, count - done);
      System.arraycopy(ofPass((int) (next / samples) + 1), offset, order, done, length);
      done += length;
    }
    return order;
  }
}
