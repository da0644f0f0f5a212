package io.rhyton.data.image;

import io.rhyton.data.Subset;
import io.rhyton.error.Arguments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The selection and order of the files of a folder.
 *
 * @param validationSplit the fraction of the files to hold out for validation, in [0, 1)
 * @param subset the subset to use; null for all files
 * @param seed the seed for shuffling, from 0 to 2<sup>32</sup> - 1; null for the order of their
 *     names
 */
public record FolderSplit(double validationSplit, @Nullable Subset subset, @Nullable Long seed) {
  static final FolderSplit NONE = new FolderSplit(0, null, null);

  private static final long LARGEST_SEED = 0xffff_ffffL;

  /** Creates a split. @throws IllegalArgumentException if a value is outside its range */
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
   * Checks that the settings are complete.
   *
   * @throws IllegalArgumentException if only one of split and subset is set, or the seed is
   *     missing: without shuffling, the last files are all of one class
   */
  void requireComplete() {
    if (validationSplit > 0 != (subset != null)) {
      throw new IllegalArgumentException(
          "set validationSplit and subset together, got "
              + validationSplit
              + " and "
              + (subset == null ? "none" : subset));
    }
    if (subset != null && seed == null) {
      throw new IllegalArgumentException(
          "a validationSplit needs a seed, so that no file is in both subsets");
    }
  }

  /** Selects the files of the subset, in shuffled order if there is a seed. */
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
