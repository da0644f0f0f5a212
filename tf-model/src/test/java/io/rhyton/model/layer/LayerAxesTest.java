package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.model.Sequential;
import io.rhyton.model.SpecException;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Axes and sizes that an input has not, refused when the model is built. */
class LayerAxesTest {

  static Stream<Arguments> wrong() {
    String fix = ". Name axes from 1 to 3, or -1 for the last.";
    String axes = "different axes of the samples of [?, 4, 5, 6], got ";
    return Stream.of(
        wrong(Softmax.of().axis(4), "Softmax", axes + "[4]" + fix),
        wrong(Softmax.of().axis(0), "Softmax", axes + "[0]" + fix),
        wrong(Softmax.of().axis(1, -3), "Softmax", axes + "[1, -3]" + fix),
        wrong(UnitNormalization.of().axis(-4), "UnitNormalization", axes + "[-4]" + fix),
        wrong(LayerNormalization.of().axis(7), "LayerNormalization", axes + "[7]" + fix),
        wrong(Normalization.of().axis(0), "Normalization", axes + "[0]" + fix),
        wrong(PReLU.of().sharedAxes(9), "PReLU", axes + "[9]" + fix),
        wrong(
            PReLU.of().sharedAxes(-1),
            "PReLU",
            "shared axes counted from the front, got [-1]. Name axes from 1 on."),
        wrong(
            RMSNormalization.of().axis(1),
            "RMSNormalization",
            "the last 1 axes of [?, 4, 5, 6], got [1]. Name the last axes, in their order."),
        wrong(
            GroupNormalization.of().groups(4),
            "GroupNormalization",
            "channels in 4 equal groups, got [?, 4, 5, 6]. Set groups to a divisor of 6."),
        wrong(
            Normalization.of().mean(1),
            "Normalization",
            "a mean and a variance, got no variance. Set both or none."),
        wrong(
            Normalization.of().mean(1, 2).variance(1, 2),
            "Normalization",
            "a mean and a variance for each of 6 places, got 2 and 2. Set as many, or leave them"
                + " to the weights."),
        wrong(
            Normalization.of().axis(1, 2).mean(1).variance(1),
            "Normalization",
            "one axis or none where mean and variance are set, got [1, 2]. Set as many, or leave"
                + " them to the weights."));
  }

  private static Arguments wrong(Keeping layer, String type, String message) {
    return argumentSet(message, layer, "Layer 'l' (" + type + "): expected " + message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void areRefusedWithTheLayer(Keeping layer, String message) {
    Sequential<Image> model = Sequential.image(4, 5, 6).add("l", layer);
    assertThatThrownBy(() -> model.build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void weightsHaveTheSizesAlongTheirAxesInTheOrderOfKeras() {
    assertThat(shapes(LayerNormalization.of().axis(1, 3))).containsExactly("[4, 6]", "[4, 6]");
    assertThat(shapes(LayerNormalization.of().axis(1, -1))).containsExactly("[6, 4]", "[6, 4]");
    assertThat(shapes(Normalization.of().axis(3, 1))).containsExactly("[4, 6]", "[4, 6]", "[]");
    assertThat(shapes(PReLU.of().sharedAxes(1, 2))).containsExactly("[1, 1, 6]");
    assertThat(shapes(GroupNormalization.of().groups(-1))).containsExactly("[6]", "[6]");
  }

  private static List<String> shapes(Keeping layer) {
    return Sequential.image(4, 5, 6).add("l", layer).build("m").resolve().weights().stream()
        .map(WeightSpec::shape)
        .map(ShapeText::of)
        .toList();
  }
}
