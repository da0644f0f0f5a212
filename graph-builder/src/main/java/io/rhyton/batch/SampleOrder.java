package io.rhyton.batch;

import java.util.SplittableRandom;

/**
 * The order in which a training takes the samples: a function of seed and place alone, so that
 * training can go on in the middle of a run as if it had never stopped.
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
      // Fisher and Yates: every order is equally likely.
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

  /** So many samples from a place on, of all passes one behind the other. */
  public int[] from(long place, int count) {
    int[] order = new int[count];
    int done = 0;
    while (done < count) {
      long next = place + done;
      int offset = (int) (next % samples);
      int length = Math.min(samples - offset, count - done);
      System.arraycopy(ofPass((int) (next / samples) + 1), offset, order, done, length);
      done += length;
    }
    return order;
  }
}
