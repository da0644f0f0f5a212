package io.rhyton.model.shape;

import io.rhyton.error.SpecException;
import java.util.Map;
import org.tensorflow.ndarray.Shape;

/** Holds a shape against a rank that the compiler cannot see; for Rhyton's own modules. */
public final class RankCheck {
  private static final Map<Class<? extends Rank>, Form> FORMS =
      Map.of(
          Image.class, new Form(4, "an image [batch, height, width, channels]"),
          Sequence.class, new Form(3, "a sequence [batch, steps, features]"),
          Vector.class, new Form(2, "a vector [batch, features]"));

  private record Form(int dimensions, String text) {}

  private RankCheck() {}

  /**
   * Checks a shape.
   *
   * @param where what a message begins with
   * @param what what the shape is of, for instance {@code its output}
   * @param rank the rank that it should have
   * @param batch the shape, the batch first
   * @throws SpecException if it has another rank
   * @throws IllegalArgumentException if the rank is none in particular
   */
  public static void require(String where, String what, Class<? extends Rank> rank, Shape batch) {
    Form form = FORMS.get(rank);
    if (form == null) {
      throw new IllegalArgumentException(
          "rank must be Image, Sequence or Vector, got " + rank.getSimpleName());
    }
    if (batch.numDimensions() != form.dimensions) {
      throw new SpecException(
          where, what + " to be " + form.text, ShapeText.of(batch), "Name the rank that it has.");
    }
  }
}
