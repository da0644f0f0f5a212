package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.error.SpecException;
import io.rhyton.model.Sequential;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Axes and sizes that do not match the input are rejected when the model is built. */
class LayerAxesTest {

  static Stream<Arguments> wrong() {
    String fix = ". Use axes from 1 to 3, or -1 for the last.";
    String axes = "distinct axes of the samples of [?, 4, 5, 6], got ";
    String noise =
        "noiseShape of 1, -1 or the size of the input along each axis of [?, 4, 5, 6], got ";
    String batch = ". Set 1 or -1 for the batch.";
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
            "shared axes counted from the front, got [-1]. Use axes from 1."),
        wrong(
            RMSNormalization.of().axis(1),
            "RMSNormalization",
            "the last 1 axes of [?, 4, 5, 6], got [1]. Use the last axes, in order."),
        wrong(
            GroupNormalization.of().groups(4),
            "GroupNormalization",
            "channels in 4 equal groups, got [?, 4, 5, 6]. Set groups to a divisor of 6."),
        wrong(
            GroupNormalization.of().groups(3).axis(1),
            "GroupNormalization",
            "channels in 3 equal groups, got [?, 4, 5, 6]. Set groups to a divisor of 4."),
        wrong(GroupNormalization.of().axis(0), "GroupNormalization", axes + "[0]" + fix),
        wrong(BatchNormalization.of().axis(4), "BatchNormalization", axes + "[4]" + fix),
        wrong(BatchNormalization.of().axis(-4), "BatchNormalization", axes + "[-4]" + fix),
        wrong(
            BatchNormalization.of().movingMeanInitializer(IdentityInitializer.of()),
            "BatchNormalization",
            "moving_mean of a shape that IdentityInitializer[gain=1.0] supports, got [6]. Choose"
                + " another initializer."),
        wrong(
            LayerNormalization.of().gammaInitializer(Orthogonal.of()),
            "LayerNormalization",
            "gamma of a shape that Orthogonal[gain=1.0, seed=null] supports, got [6]. Choose"
                + " another initializer."),
        wrong(Dropout.of(0.5).noiseShape(-1, 1, 1), "Dropout", noise + "[-1, 1, 1]" + batch),
        wrong(Dropout.of(0.5).noiseShape(8, 1, 1, 1), "Dropout", noise + "[8, 1, 1, 1]" + batch),
        wrong(
            AlphaDropout.of(0.5).noiseShape(-1, 1, 1, 5),
            "AlphaDropout",
            noise + "[-1, 1, 1, 5]" + batch),
        wrong(
            Normalization.of().mean(1),
            "Normalization",
            "a mean and a variance, got no variance. Set both or none."),
        wrong(
            Normalization.of().mean(1, 2).variance(1, 2),
            "Normalization",
            "a mean and a variance for each of 6 indices along the axis, got 2 and 2. Set as many,"
                + " or none to use weights."),
        wrong(
            Normalization.of().axis(1, 2).mean(1).variance(1),
            "Normalization",
            "at most one axis if mean and variance are set, got [1, 2]. Set as many, or none to use"
                + " weights."));
  }

  private static Arguments wrong(RankPreserving layer, String type, String message) {
    return argumentSet(message, layer, "Layer 'l' (" + type + "): expected " + message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void invalidAxesAreReportedWithTheLayer(RankPreserving layer, String message) {
    Sequential<Image> model = Sequential.image(4, 5, 6).add("l", layer);
    assertThatThrownBy(() -> model.build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void weightsHaveTheSizesOfTheirAxesInKerasOrder() {
    assertThat(shapes(LayerNormalization.of().axis(1, 3))).containsExactly("[4, 6]", "[4, 6]");
    assertThat(shapes(LayerNormalization.of().axis(1, -1))).containsExactly("[6, 4]", "[6, 4]");
    assertThat(shapes(Normalization.of().axis(3, 1))).containsExactly("[4, 6]", "[4, 6]", "[]");
    assertThat(shapes(PReLU.of().sharedAxes(1, 2))).containsExactly("[1, 1, 6]");
    assertThat(shapes(GroupNormalization.of().groups(-1))).containsExactly("[6]", "[6]");
    assertThat(shapes(GroupNormalization.of().groups(2).axis(1))).containsExactly("[4]", "[4]");
    assertThat(shapes(BatchNormalization.of().axis(2).center(false)))
        .containsExactly("[5]", "[5]", "[5]");
  }

  @Test
  void weightsUseTheConfiguredInitializersAndConstraints() {
    RankPreserving layer =
        BatchNormalization.of()
            .betaInitializer(Constant.of(1))
            .gammaInitializer(Constant.of(2))
            .movingMeanInitializer(Constant.of(3))
            .movingVarianceInitializer(Constant.of(4))
            .betaRegularizer(L1.of(0.1))
            .gammaConstraint(NonNeg.of());
    assertThat(weights(layer))
        .containsExactly(
            new WeightSpec("l/gamma", Shape.of(6), true, Constant.of(2), null, NonNeg.of()),
            new WeightSpec("l/beta", Shape.of(6), true, Constant.of(1), L1.of(0.1), null),
            new WeightSpec("l/moving_mean", Shape.of(6), false, Constant.of(3), null, null),
            new WeightSpec("l/moving_variance", Shape.of(6), false, Constant.of(4), null, null));
  }

  private static List<String> shapes(RankPreserving layer) {
    return weights(layer).stream().map(WeightSpec::shape).map(ShapeText::of).toList();
  }

  private static List<WeightSpec> weights(RankPreserving layer) {
    return Sequential.image(4, 5, 6).add("l", layer).build("m").resolve().weights();
  }
}
