package io.rhyton.keras;

/**
 * How the layers of a weights file are matched with those of a model, as {@code by_name} and {@code
 * skip_mismatch} of Keras's {@code load_weights}.
 *
 * @param isByName whether layers are matched by name instead of by position
 * @param skipsMismatch whether layers that do not match or are missing are left unchanged, instead
 *     of an exception being thrown
 */
public record WeightMatching(boolean isByName, boolean skipsMismatch) {

  /** Matches layers by position; all must match. */
  public static WeightMatching byPosition() {
    return new WeightMatching(false, false);
  }

  /**
   * Matches layers by name; layers that only the file or only the model has are ignored. The name
   * of a layer in a nested model includes that of the model, {@code block/dense}; legacy {@code
   * .h5} files contain a nested model only as a whole.
   */
  public static WeightMatching byName() {
    return new WeightMatching(true, false);
  }

  /**
   * Sets whether layers that do not match or are missing are left unchanged, instead of an
   * exception being thrown; false by default.
   */
  public WeightMatching skipMismatch(boolean skipMismatch) {
    return new WeightMatching(isByName, skipMismatch);
  }
}
