package io.rhyton.keras;

/**
 * Which layer of a weights file goes into which layer of a model, as {@code by_name} and {@code
 * skip_mismatch} say it in Keras's {@code load_weights}.
 *
 * @param isByName whether layers of one name belong together, instead of those in one place
 * @param skipsMismatch whether layers that do not fit or are missing keep the weights that they
 *     have, instead of being an error
 */
public record WeightMatching(boolean isByName, boolean skipsMismatch) {

  /** Layers in one place belong together, and all must fit. */
  public static WeightMatching byPosition() {
    return new WeightMatching(false, false);
  }

  /**
   * Layers of one name belong together; those that only the file or only the model has are left as
   * they are. A layer of a model in the model has the names of both, {@code block/dense}; legacy
   * {@code .h5} files know the model in the model only as a whole.
   */
  public static WeightMatching byName() {
    return new WeightMatching(true, false);
  }

  /** The same, but layers that do not fit or are missing keep the weights that they have. */
  public WeightMatching skipMismatch() {
    return new WeightMatching(isByName, true);
  }
}
