package io.rhyton.model.layer;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Sequential;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.MinMaxNorm;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.OrthogonalRegularizer;
import io.rhyton.model.weight.RandomNormal;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.UnitNorm;
import io.rhyton.model.weight.VarianceScaling;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options out of range are rejected when the record is created. */
class LayerArgumentsTest {
  private static final String NO_AXIS = "axis must contain at least one axis, got none";

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void invalidArgumentsAreRejectedWithNameRangeAndValue(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        wrong(() -> Dense.of(0), "units must be > 0, got 0"),
        wrong(() -> Conv2D.of(-1, 3), "filters must be > 0, got -1"),
        wrong(() -> Conv2D.of(1, 0), "height must be > 0, got 0"),
        wrong(() -> Conv2D.of(1, 3).strides(1, 0), "width must be > 0, got 0"),
        wrong(() -> MaxPooling2D.of(0), "height must be > 0, got 0"),
        wrong(() -> Conv2D.of(6, 3).groups(0), "groups must be > 0, got 0"),
        wrong(() -> Conv2D.of(6, 3).groups(4), "filters must be a multiple of groups 4, got 6"),
        wrong(
            () -> Conv2D.of(6, 3).dilationRate(2, 1).strides(2),
            "strides must be 1 with dilationRate 2x1, got 2x2"),
        wrong(() -> Conv2D.of(6, 3).dilationRate(0), "height must be > 0, got 0"),
        wrong(() -> Conv1D.of(0, 3), "filters must be > 0, got 0"),
        wrong(() -> Conv1D.of(6, 0), "kernelSize must be > 0, got 0"),
        wrong(() -> Conv1D.of(6, 3).strides(0), "strides must be > 0, got 0"),
        wrong(() -> Conv1D.of(6, 3).dilationRate(0), "dilationRate must be > 0, got 0"),
        wrong(() -> Conv1D.of(6, 3).groups(4), "filters must be a multiple of groups 4, got 6"),
        wrong(
            () -> Conv1D.of(6, 3).strides(2).dilationRate(3),
            "strides must be 1 with dilationRate 3, got 2"),
        wrong(() -> Conv2DTranspose.of(0, 3), "filters must be > 0, got 0"),
        wrong(() -> Conv2DTranspose.of(6, 3).outputPadding(0, -1), "width must be >= 0, got -1"),
        wrong(
            () -> Conv2DTranspose.of(6, 3).strides(1, 2).dilationRate(2),
            "strides must be 1 with dilationRate 2x2, got 1x2"),
        wrong(
            () -> Conv2DTranspose.of(6, 3).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(() -> DepthwiseConv2D.of(3).depthMultiplier(0), "depthMultiplier must be > 0, got 0"),
        wrong(
            () -> DepthwiseConv2D.of(3).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(() -> SeparableConv2D.of(0, 3), "filters must be > 0, got 0"),
        wrong(
            () -> SeparableConv2D.of(1, 3).depthMultiplier(-1),
            "depthMultiplier must be > 0, got -1"),
        wrong(
            () -> SeparableConv2D.of(1, 3).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(() -> MaxPooling1D.of(0), "poolSize must be > 0, got 0"),
        wrong(() -> AveragePooling1D.of(2).strides(0), "strides must be > 0, got 0"),
        wrong(
            () -> MaxPooling1D.of(2).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(
            () -> AveragePooling2D.of(2).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(
            () -> Conv2D.of(1, 3).padding(Padding.CAUSAL),
            "padding must be VALID or SAME, got CAUSAL"),
        wrong(() -> AveragePooling2D.of(2).strides(-2), "height must be > 0, got -2"),
        wrong(() -> Dropout.of(1), "rate must be >= 0 and < 1, got 1.0"),
        wrong(() -> Dropout.of(-0.1), "rate must be >= 0 and < 1, got -0.1"),
        wrong(() -> Dropout.of(Double.NaN), "rate must be >= 0 and < 1, got NaN"),
        wrong(
            () -> Dropout.of(0.5).noiseShape(-1, 0),
            "noiseShape must contain sizes > 0 or -1, got [-1, 0]"),
        wrong(
            () -> AlphaDropout.of(0.5).noiseShape(-2),
            "noiseShape must contain sizes > 0 or -1, got [-2]"),
        wrong(() -> SpatialDropout1D.of(1), "rate must be >= 0 and < 1, got 1.0"),
        wrong(() -> SpatialDropout2D.of(-1), "rate must be >= 0 and < 1, got -1.0"),
        wrong(() -> AlphaDropout.of(1), "rate must be >= 0 and < 1, got 1.0"),
        wrong(() -> GaussianDropout.of(1), "rate must be >= 0 and < 1, got 1.0"),
        wrong(() -> GaussianNoise.of(1.5), "stddev must be >= 0 and <= 1, got 1.5"),
        wrong(() -> ReLU.of().maxValue(-1), "maxValue must be >= 0 and finite, got -1.0"),
        wrong(() -> ReLU.of().negativeSlope(-1), "negativeSlope must be >= 0 and finite, got -1.0"),
        wrong(() -> ReLU.of().threshold(-1), "threshold must be >= 0 and finite, got -1.0"),
        wrong(
            () -> LeakyReLU.of().negativeSlope(-1),
            "negativeSlope must be >= 0 and finite, got -1.0"),
        wrong(() -> ELU.of().alpha(Double.NaN), "alpha must be finite, got NaN"),
        wrong(() -> new Softmax(List.of()), NO_AXIS),
        wrong(() -> LayerNormalization.of().axis(new int[0]), NO_AXIS),
        wrong(() -> LayerNormalization.of().epsilon(0), "epsilon must be > 0 and finite, got 0.0"),
        wrong(() -> GroupNormalization.of().groups(0), "groups must be > 0, got 0"),
        wrong(() -> GroupNormalization.of().epsilon(0), "epsilon must be > 0 and finite, got 0.0"),
        wrong(() -> new UnitNormalization(List.of()), NO_AXIS),
        wrong(() -> new RMSNormalization(List.of(), 1), NO_AXIS),
        wrong(() -> RMSNormalization.of().epsilon(0), "epsilon must be > 0 and finite, got 0.0"),
        wrong(
            () -> Normalization.of().mean(1, Double.NaN),
            "mean must be finite numbers, got [1.0, NaN]"),
        wrong(
            () -> Normalization.of().variance(-1),
            "variance must be finite numbers >= 0, got [-1.0]"),
        wrong(() -> BatchNormalization.of().momentum(1), "momentum must be >= 0 and < 1, got 1.0"),
        wrong(() -> BatchNormalization.of().epsilon(0), "epsilon must be > 0 and finite, got 0.0"),
        wrong(() -> CustomScaleLayer.of(Double.NaN), "scale must be finite, got NaN"),
        wrong(() -> LayerScale.of(Double.NaN, 4), "initValues must be finite, got NaN"),
        wrong(() -> LayerScale.of(0.5, 0), "projectionDim must be > 0, got 0"),
        wrong(() -> StochasticDepth.of(1), "dropPathRate must be >= 0 and < 1, got 1.0"),
        wrong(() -> LSTM.of(0), "units must be > 0, got 0"),
        wrong(() -> GRU.of(1).dropout(1), "dropout must be >= 0 and < 1, got 1.0"),
        wrong(
            () -> SimpleRNN.of(1).recurrentDropout(-0.5),
            "recurrentDropout must be >= 0 and < 1, got -0.5"),
        wrong(() -> Embedding.of(0, 1), "inputDim must be > 0, got 0"),
        wrong(() -> Embedding.of(1, 0), "outputDim must be > 0, got 0"),
        wrong(() -> MultiHeadAttention.of(0, 1), "numHeads must be > 0, got 0"),
        wrong(() -> MultiHeadAttention.of(1, 0), "keyDim must be > 0, got 0"),
        wrong(() -> MultiHeadAttention.of(1, 1).valueDim(0), "valueDim must be > 0, got 0"),
        wrong(
            () -> Bidirectional.of(LSTM.of(2)).backwardLayer(LSTM.of(2)),
            "goBackwards must differ between layer and backwardLayer, got false twice"),
        wrong(
            () -> Bidirectional.of(LSTM.of(2)).backwardLayer(LSTM.of(3).goBackwards(true)),
            "units must be the same in layer and backwardLayer, got 2 and 3"),
        wrong(
            () -> new TimeDistributed(Add.of()),
            "layer must have a single input and not be a model or operation, got Add"),
        wrong(
            () -> TimeDistributed.of(UnaryOperation.of(UnaryOperation.Operator.SQUARE)),
            "layer must have a single input and not be a model or operation, got Square"),
        wrong(
            () -> NumberArithmetic.of(Arithmetic.Operator.ADD, Double.NaN),
            "number must be finite, got NaN"),
        wrong(
            () -> TimeDistributed.of(Dropout.of(0.5).noiseShape(1, 3)),
            "layer must not share its dropout mask between samples, got a noiseShape of 1 for the"
                + " batch"),
        wrong(
            () -> Rescaling.of(Double.NaN),
            "scale must contain at least one number, all finite, got [NaN]"),
        wrong(() -> Rescaling.of(), "scale must contain at least one number, all finite, got []"),
        wrong(
            () -> Rescaling.of(1).offset(0, Double.POSITIVE_INFINITY),
            "offset must contain at least one number, all finite, got [0.0, Infinity]"),
        wrong(
            () -> InputLayer.image(0, 1, 1), "input sizes must be > 0 or Sizes.ANY, got [0, 1, 1]"),
        wrong(() -> L2.of(-1), "l2 must be >= 0 and finite, got -1.0"),
        wrong(() -> Constant.of(Double.NaN), "value must be finite, got NaN"),
        wrong(() -> IdentityInitializer.of().gain(Double.NaN), "gain must be finite, got NaN"),
        wrong(() -> Orthogonal.of().gain(Double.NaN), "gain must be finite, got NaN"),
        wrong(() -> RandomNormal.of().stddev(-1), "stddev must be >= 0 and finite, got -1.0"),
        wrong(() -> TruncatedNormal.of().stddev(-1), "stddev must be >= 0 and finite, got -1.0"),
        wrong(() -> RandomUniform.of().minval(Double.NaN), "minval must be finite, got NaN"),
        wrong(() -> VarianceScaling.of().scale(0), "scale must be > 0 and finite, got 0.0"),
        wrong(() -> L1.of(-1), "l1 must be >= 0 and finite, got -1.0"),
        wrong(() -> L1L2.of(-1, 0), "l1 must be >= 0 and finite, got -1.0"),
        wrong(() -> L1L2.of(0, Double.NaN), "l2 must be >= 0 and finite, got NaN"),
        wrong(
            () -> OrthogonalRegularizer.of().factor(-1),
            "factor must be >= 0 and finite, got -1.0"),
        wrong(() -> ActivityRegularization.of().l1(-1), "l1 must be >= 0 and finite, got -1.0"),
        wrong(() -> ActivityRegularization.of().l2(-1), "l2 must be >= 0 and finite, got -1.0"),
        wrong(() -> MaxNorm.of().maxValue(-1), "maxValue must be >= 0 and finite, got -1.0"),
        wrong(
            () -> UnitNorm.of().axis(new int[0]), "axis must contain at least one axis, got none"),
        wrong(() -> MinMaxNorm.of().minValue(2), "maxValue must be >= minValue 2.0, got 1.0"),
        wrong(() -> MinMaxNorm.of().rate(1.5), "rate must be >= 0 and <= 1, got 1.5"),
        wrong(() -> Adam.of(0), "learningRate must be > 0 and finite, got 0.0"),
        wrong(() -> Adam.of().beta1(1), "beta1 must be >= 0 and < 1, got 1.0"),
        wrong(() -> SGD.of(0.1).momentum(-1), "momentum must be >= 0 and < 1, got -1.0"));
  }

  @Test
  void initializersConstraintsAndRegularizersMustSupportTheShape() {
    assertRejected(
        Dense.of(3).biasInitializer(Orthogonal.of()),
        "Layer 'layer' (Dense): expected bias of a shape that Orthogonal[gain=1.0, seed=null]"
            + " supports, got [3]. Choose another initializer.");
    assertRejected(
        Dense.of(3).biasInitializer(IdentityInitializer.of()),
        "Layer 'layer' (Dense): expected bias of a shape that IdentityInitializer[gain=1.0] supports, got [3]."
            + " Choose another initializer.");
    assertRejected(
        Dense.of(3).kernelConstraint(UnitNorm.of().axis(2)),
        "Layer 'layer' (Dense): expected kernel of a shape that UnitNorm[axis=[2]] supports, got"
            + " [4, 3]. Use distinct axes of the weight.");
    assertRejected(
        Dense.of(3).kernelConstraint(UnitNorm.of().axis(0, -2)),
        "Layer 'layer' (Dense): expected kernel of a shape that UnitNorm[axis=[0, -2]] supports,"
            + " got [4, 3]. Use distinct axes of the weight.");
    assertRejected(
        Dense.of(3).biasRegularizer(OrthogonalRegularizer.of()),
        "Layer 'layer' (Dense): expected bias of a shape that OrthogonalRegularizer[factor=0.01,"
            + " mode=ROWS] supports, got [3]. Choose another regularizer.");
    assertRejected(
        Dense.of(3).activityRegularizer(OrthogonalRegularizer.of()),
        "Layer 'layer' (Dense): expected output of a shape that OrthogonalRegularizer[factor=0.01,"
            + " mode=ROWS] supports, got [?, 3]. Choose another regularizer.");
  }

  private static void assertRejected(Dense layer, String message) {
    Sequential<FeatureVector> model = Sequential.vector(4).add("layer", layer);
    assertThatThrownBy(() -> model.build("model"))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void settingAnOptionLeavesTheOriginalUnchanged() {
    Dense plain = Dense.of(4);
    assertThat(plain.useBias(false).useBias()).isFalse();
    assertThat(plain.useBias()).isTrue();
  }
}
