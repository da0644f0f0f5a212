package io.rhyton.model.weight;

import io.rhyton.error.SpecException;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/**
 * Checks that values are there in the right shape; for Rhyton's own modules.
 *
 * @param what what a message begins with, for instance {@code Weight}
 * @param noun what a missing one is called
 * @param fix what to do about it, a whole sentence
 */
public record WeightCheck(String what, String noun, String fix) {
  /** Of the weights of a model. */
  public static final WeightCheck WEIGHTS =
      new WeightCheck("Weight", "weight", "Give weights that belong to this model.");

  /**
   * Checks one of them.
   *
   * @throws SpecException if there is none of that name, or it has another shape
   */
  public void require(Weights values, String name, Shape shape) {
    boolean present = values.contains(name);
    if (!present || !values.shape(name).equals(shape)) {
      throw new SpecException(
          what + " '" + name + "'",
          ShapeText.of(shape),
          present ? ShapeText.of(values.shape(name)) : "no " + noun + " of that name",
          fix);
    }
  }
}
