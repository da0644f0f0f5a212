package io.rhyton.model.layer;

import io.rhyton.error.Arguments;
import io.rhyton.error.MessageText;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Sizes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;

/**
 * Scales and shifts values: {@code x · scale + offset}, with the same values everywhere or one per
 * channel.
 *
 * <p>Shapes: input {@code [batch, …, channels]}, output same as the input.
 *
 * <pre>{@code
 * Layer layer = Rescaling.of(1.0 / 255);
 * }</pre>
 *
 * <p>Source: {@code keras/src/layers/preprocessing/rescaling.py}, Keras 3.15.
 *
 * @param scale the scale, for instance {@code 1.0 / 255} for bytes; or one per index along the last
 *     axis
 * @param offset the offset, added after scaling; or one per index along the last axis
 */
public record Rescaling(List<Double> scale, List<Double> offset) implements RankPreserving {

  public Rescaling {
    Arguments.requireNoNulls("scale", scale);
    Arguments.requireNoNulls("offset", offset);
    scale = requireNumbers("scale", scale);
    offset = requireNumbers("offset", offset);
  }

  private static List<Double> requireNumbers(String name, List<Double> numbers) {
    if (numbers.isEmpty() || !numbers.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          name + " must contain at least one number, all finite, got " + MessageText.list(numbers));
    }
    return List.copyOf(numbers);
  }

  /**
   * Creates a layer that scales.
   *
   * @param scale the scale, or one per index along the last axis
   */
  public static Rescaling of(double... scale) {
    Objects.requireNonNull(scale, "scale");
    return new Rescaling(boxed(scale), List.of(0.0));
  }

  /** Sets the offset, added after scaling; defaults to 0. */
  public Rescaling offset(double... offset) {
    Objects.requireNonNull(offset, "offset");
    return new Rescaling(scale, boxed(offset));
  }

  private static List<Double> boxed(double... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  @Override
  public LayerGeometry geometry(LayerInputs inputs) {
    Shape input = inputs.single();
    requireFits(inputs, input, "scale", scale);
    requireFits(inputs, input, "offset", offset);
    return LayerGeometry.of(input);
  }

  private static void requireFits(
      LayerInputs inputs, Shape input, String name, List<Double> numbers) {
    long channels = input.get(input.numDimensions() - 1);
    if (numbers.size() > 1 && !Sizes.mayEqual(numbers.size(), channels)) {
      throw inputs.mismatch(
          "one " + name + ", or one for each of " + channels + " indices along the last axis",
          Integer.toString(numbers.size()),
          "Pass one number, or one per channel.");
    }
  }

  @Override
  public <T> T accept(LayerVisitor<T> visitor) {
    return visitor.rescaling(this);
  }
}
