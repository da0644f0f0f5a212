package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Output sizes of sliding windows over images and sequences, and windows that do not fit. */
class WindowGeometryTest {
  private static final int HUGE = Integer.MAX_VALUE;

  static Stream<Arguments> fitting() {
    return Stream.of(
        fitting(Conv2D.of(4, 3).dilationRate(2), "[?, 5, 3, 4]", "[3, 3, 6, 4]"),
        fitting(
            Conv2D.of(4, 3).dilationRate(9).padding(Padding.SAME), "[?, 9, 7, 4]", "[3, 3, 6, 4]"),
        fitting(Conv2D.of(4, 3).groups(2), "[?, 7, 5, 4]", "[3, 3, 3, 4]"),
        fitting(Conv2D.of(6, 1).dilationRate(HUGE), "[?, 9, 7, 6]", "[1, 1, 6, 6]"),
        fitting(Conv2DTranspose.of(4, 3).strides(2), "[?, 19, 15, 4]", "[3, 3, 4, 6]"),
        fitting(Conv2DTranspose.of(4, 2).strides(3), "[?, 27, 21, 4]", "[2, 2, 4, 6]"),
        fitting(
            Conv2DTranspose.of(4, 3).strides(2).padding(Padding.SAME),
            "[?, 18, 14, 4]",
            "[3, 3, 4, 6]"),
        fitting(
            Conv2DTranspose.of(4, 3).strides(2).outputPadding(1, 0),
            "[?, 20, 15, 4]",
            "[3, 3, 4, 6]"),
        fitting(Conv2DTranspose.of(4, 3).dilationRate(2), "[?, 13, 11, 4]", "[3, 3, 4, 6]"),
        fitting(
            DepthwiseConv2D.of(3).depthMultiplier(2).strides(2), "[?, 4, 3, 12]", "[3, 3, 6, 2]"),
        fitting(
            DepthwiseConv2D.of(3).dilationRate(1, 2).strides(2, 1), "[?, 4, 3, 6]", "[3, 3, 6, 1]"),
        fitting(
            SeparableConv2D.of(4, 3).depthMultiplier(2),
            "[?, 7, 5, 4]",
            "[3, 3, 6, 2]",
            "[1, 1, 12, 4]"),
        fitting(MaxPooling2D.of(1).strides(HUGE), "[?, 1, 1, 6]"));
  }

  private static Arguments fitting(Layer layer, String output, String... kernels) {
    return argumentSet(layer.toString(), layer, output, List.of(kernels));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void outputsAndKernelsMatchKeras(Layer layer, String output, List<String> kernels) {
    LayerGeometry geometry = layer.geometry(inputs(layer, Shape.of(-1, 9, 7, 6)));
    assertThat(geometry.outputs()).extracting(ShapeText::of).containsExactly(output);
    assertThat(geometry.weights())
        .filteredOn(weight -> !weight.variable().equals("bias"))
        .extracting(weight -> ShapeText.of(weight.shape()))
        .containsExactlyElementsOf(kernels);
  }

  static Stream<Arguments> images() {
    String smaller = "Use padding(SAME), a smaller window, or fewer pooling layers before it.";
    String padding = "Use a smaller window or dilation.";
    String limit = "expected fewer than 2^31 values in ";
    return Stream.of(
        rejected(
            Conv2D.of(4, 3).dilationRate(4, 1),
            "expected an image of 9x3 pixels or more, got [?, 8, 8, 6]. " + smaller),
        rejected(
            Conv2D.of(4, HUGE).dilationRate(HUGE),
            "expected an image of 4611686011984936963x4611686011984936963 pixels or more, got [?,"
                + " 8, 8, 6]. "
                + smaller),
        rejected(
            Conv2D.of(4, 3).groups(4),
            "expected channels divisible into 4 groups, got [?, 8, 8, 6]. Set groups to a divisor"
                + " of the channels."),
        rejected(
            Conv2D.of(4, 3).dilationRate(HUGE).padding(Padding.SAME),
            limit
                + "a padded image, got 4294967295x4294967295 pixels around [?, 8, 8, 6]. "
                + padding),
        rejected(
            MaxPooling2D.of(HUGE).padding(Padding.SAME),
            limit
                + "a padded image, got 2147483647x2147483647 pixels around [?, 8, 8, 6]. "
                + padding),
        rejected(
            DepthwiseConv2D.of(9),
            "expected an image of 9x9 pixels or more, got [?, 8, 8, 6]. " + smaller),
        rejected(
            DepthwiseConv2D.of(3).strides(2, 1),
            "expected equal strides, got 2x1. Set both strides to the same number, as TensorFlow"
                + " requires."),
        rejected(
            SeparableConv2D.of(4, 3).strides(1, 2),
            "expected equal strides, got 1x2. Set both strides to the same number, as TensorFlow"
                + " requires."),
        rejected(Conv2DTranspose.of(4, 3).strides(2).outputPadding(2), outputPadding("2x2", "2x2")),
        rejected(
            Conv2DTranspose.of(4, 2).strides(2).outputPadding(0, 1).padding(Padding.SAME),
            outputPadding("0x1", "2x2")),
        rejected(
            Conv2DTranspose.of(4, 3).dilationRate(HUGE).padding(Padding.SAME),
            limit
                + "an image before cropping the padding, got 4294967295x4294967295 pixels around"
                + " [?, 8, 8, 6]. "
                + padding));
  }

  private static String outputPadding(String outputPadding, String strides) {
    return "expected an outputPadding consistent with an input of [?, 8, 8, 6], got "
        + outputPadding
        + " with strides of "
        + strides
        + ". Omit outputPadding, or make it less than the strides, and at least 1 for a"
        + " kernel of even size with padding(SAME).";
  }

  private static Arguments rejected(Layer layer, String message) {
    return argumentSet(layer.toString(), layer, message);
  }

  @ParameterizedTest
  @MethodSource("images")
  void anImageThatDoesNotFitIsRejected(Layer layer, String message) {
    assertThatThrownBy(() -> layer.geometry(inputs(layer, Shape.of(-1, 8, 8, 6))))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'l' (%s): %s", layer.typeName(), message);
  }

  static Stream<Arguments> sequences() {
    return Stream.of(
        rejected(
            Conv1D.of(4, 3).dilationRate(4),
            "expected a sequence of 9 timesteps or more, got [?, 8, 6]. Use padding(SAME), a"
                + " smaller window, or fewer pooling layers before it."),
        rejected(
            Conv1D.of(4, 3).groups(4),
            "expected channels divisible into 4 groups, got [?, 8, 6]. Set groups to a divisor of"
                + " the channels."),
        rejected(
            Conv1D.of(4, 3).dilationRate(HUGE).padding(Padding.CAUSAL),
            "expected fewer than 2^31 values in a padded sequence, got 4294967295 timesteps around"
                + " [?, 8, 6]. Use a smaller window or dilation."));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void aSequenceThatDoesNotFitIsRejected(Layer layer, String message) {
    assertThatThrownBy(() -> layer.geometry(inputs(layer, Shape.of(-1, 8, 6))))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'l' (%s): %s", layer.typeName(), message);
  }

  private static LayerInputs inputs(Layer layer, Shape shape) {
    return new LayerInputs("l", layer.typeName(), List.of(shape));
  }
}
