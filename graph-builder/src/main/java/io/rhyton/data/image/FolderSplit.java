package io.rhyton.data.image;

import io.rhyton.data.Subset;
import io.rhyton.error.Arguments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a folder are taken, and in which order.
 *
 * @param validationSplit the share of the files that is held back to validate on, in [0, 1)
 * @param subset which of the two parts; null for all files
 * @param seed the seed of the order, from 0 to 2<sup>32</sup> - 1; null for that of their names
 */
public record FolderSplit(double validationSplit, @Nullable Subset subset, @Nullable Long seed) {
  static final FolderSplit NONE = new FolderSplit(0, null, null);

  private static final long LARGEST_SEED = 0xffff_ffffL;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public FolderSplit {
    Arguments.requireFraction("validationSplit", validationSplit);
    if (seed != null && (seed < 0 || seed > LARGEST_SEED)) {
      throw new IllegalArgumentException(
          "seed must be >= 0 and <= " + LARGEST_SEED + ", got " + seed);
    }
  }

  FolderSplit validationSplit(double validationSplit) {
    return new FolderSplit(validationSplit, subset, seed);
  }

  FolderSplit subset(Subset subset) {
    return new FolderSplit(validationSplit, subset, seed);
  }

  FolderSplit seed(long seed) {
    return new FolderSplit(validationSplit, subset, seed);
  }

  /**
   * Checks that what belongs together is there.
   *
   * @throws IllegalArgumentException if a share is given without which part, or the reverse, or
   *     without a seed: in the order of their names the last files are all of one class
   */
  void requireWhole() {
    if (validationSplit > 0 != (subset != null)) {
      throw new IllegalArgumentException(
          "give validationSplit and subset together, got "
              + validationSplit
              + " and "
              + (subset == null ? "none" : subset));
    }
    if (subset != null && seed == null) {
      throw new IllegalArgumentException(
          "a validationSplit needs a seed, so that no file is in both subsets");
    }
  }

  /** Takes the part of the files that is asked for, in the order of the seed. */
  int[] select(int files) {
    int[] order = new int[files];
    for (int i = 0; i < files; i++) {
      order[i] = i;
    }
    if (seed != null) {
      new NumPyRandom(seed).shuffle(order);
    }
    // Keras rounds down, too.
    int validation = (int) (validationSplit * files);
    int training = files - validation;
    int from = subset == Subset.VALIDATION ? training : 0;
    int to = subset == Subset.TRAINING ? training : files;
    return Arrays.copyOfRange(order, from, to);
  }
}
