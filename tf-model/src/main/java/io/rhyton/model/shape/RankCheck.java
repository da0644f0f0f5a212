package io.rhyton.model.shape;

import io.rhyton.error.SpecException;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Checks a shape against a rank that is only known at run time; for internal use by Rhyton's
 * modules.
 */
public final class RankCheck {
  private static final Map<Class<? extends Rank>, Form> FORMS =
      Map.of(
          Image.class, new Form(4, "an image [batch, height, width, channels]"),
          Sequence.class, new Form(3, "a sequence [batch, steps, features]"),
          FeatureVector.class, new Form(2, "a vector [batch, features]"));

  private record Form(int dimensions, String text) {}

  private RankCheck() {}

  /**
   * Checks the rank of a shape.
   *
   * @param where the first words of the message
   * @param what what has the shape, for instance {@code its output}
   * @param rank the expected rank
   * @param batch the shape, including the batch axis
   * @throws SpecException if the shape has another rank
   * @throws IllegalArgumentException if {@code rank} is not a specific rank
   */
  public static void require(String where, String what, Class<? extends Rank> rank, Shape batch) {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(rank, "rank");
    Objects.requireNonNull(batch, "batch");
    Form form = FORMS.get(rank);
    if (form == null) {
      throw new IllegalArgumentException(
          "rank must be Image, Sequence or FeatureVector, got " + rank.getSimpleName());
    }
    if (batch.numDimensions() != form.dimensions) {
      throw new SpecException(
          where, what + " to be " + form.text, ShapeText.of(batch), "Use its actual rank.");
    }
  }
}
