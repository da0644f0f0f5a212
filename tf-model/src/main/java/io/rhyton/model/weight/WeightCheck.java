package io.rhyton.model.weight;

import io.rhyton.error.MessageText;
import io.rhyton.error.SpecException;
import io.rhyton.model.shape.ShapeText;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Checks that weights or slot variables exist with the expected shape; for internal use by Rhyton's
 * modules.
 *
 * @param what the first word of messages, for instance {@code Weight}
 * @param noun the noun for a missing value
 * @param fix how to fix it, a full sentence
 */
public record WeightCheck(String what, String noun, String fix) {
  /** The check for the weights of a model. */
  public static final WeightCheck WEIGHTS =
      new WeightCheck("Weight", "weight", "Pass the weights of this model.");

  public WeightCheck {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(noun, "noun");
    Objects.requireNonNull(fix, "fix");
  }

  /**
   * Checks one value.
   *
   * @throws SpecException if there is no value with that name, or it has another shape
   */
  public void require(Weights values, String name, Shape shape) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    boolean present = values.contains(name);
    if (!present || !values.shape(name).equals(shape)) {
      throw new SpecException(
          what + " " + MessageText.name(name),
          ShapeText.of(shape),
          present ? ShapeText.of(values.shape(name)) : "no " + noun + " of that name",
          fix);
    }
  }
}
