package io.rhyton.codegen;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.FlipMode;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.Resizing;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.Ones;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordSourceTest {
  private static final Ones ONES = Ones.of();

  static List<Line> lines() {
    return List.of(
        new Line(Activation.of(RELU), "Activation.of(RELU)"),
        new Line(BatchNormalization.of().scale(false), "BatchNormalization.of().scale(false)"),
        new Line(Dropout.of(0.25).seed(7), "Dropout.of(0.25).seed(7)"),
        new Line(Dropout.of(0.25).noiseShape(-1, 1, 3), "Dropout.of(0.25).noiseShape(-1, 1, 3)"),
        new Line(LayerNormalization.of().axis(1, 2), "LayerNormalization.of().axis(1, 2)"),
        new Line(Permute.of(2, 1), "Permute.of(2, 1)"),
        new Line(Normalization.of().axis(List.of()), "Normalization.of().axis(List.of())"),
        new Line(Conv2D.of(8, 3).strides(2), "Conv2D.of(8, 3).strides(2)"),
        new Line(Conv2D.of(8, 3, 1).strides(1, 2), "Conv2D.of(8, 3, 1).strides(1, 2)"),
        new Line(GlobalMaxPooling1D.of().keepdims(true), "GlobalMaxPooling1D.of().keepdims(true)"),
        new Line(MaxPooling1D.of(3).strides(2), "MaxPooling1D.of(3).strides(2)"),
        new Line(
            Conv2DTranspose.of(4, 3).strides(2).outputPadding(1, 0),
            "Conv2DTranspose.of(4, 3).strides(2).outputPadding(OutputPadding.of(1, 0))"),
        new Line(
            DepthwiseConv2D.of(3).depthMultiplier(2).dilationRate(2, 1),
            "DepthwiseConv2D.of(3).depthMultiplier(2).dilationRate(2, 1)"),
        new Line(MaxPooling2D.of(2), "MaxPooling2D.of(2)"),
        new Line(MaxPooling2D.of(3).strides(2), "MaxPooling2D.of(3).strides(2)"),
        new Line(
            Conv2D.of(8, 3).kernelInitializer(HeNormal.of().seed(1)).kernelRegularizer(L2.of(0.5)),
            "Conv2D.of(8,"
                + " 3).kernelInitializer(HeNormal.of().seed(1)).kernelRegularizer(L2.of(0.5))"),
        new Line(
            Dense.of(2).biasRegularizer(L2.of(1)).kernelRegularizer(L2.of(2)).biasInitializer(ONES),
            "Dense.of(2).biasInitializer(Ones.of()).kernelRegularizer(L2.of(2)).biasRegularizer("
                + "L2.of(1))"),
        new Line(
            DepthwiseConv2D.of(3).depthwiseInitializer(ONES).activation(RELU),
            "DepthwiseConv2D.of(3).activation(RELU).depthwiseInitializer(Ones.of())"),
        new Line(
            SeparableConv2D.of(2, 3).depthwiseInitializer(ONES).pointwiseRegularizer(L2.of(1)),
            "SeparableConv2D.of(2,"
                + " 3).depthwiseInitializer(Ones.of()).pointwiseRegularizer(L2.of(1))"),
        new Line(
            PReLU.of().alphaInitializer(ONES).sharedAxes(1),
            "PReLU.of().alphaInitializer(Ones.of()).sharedAxes(1)"),
        new Line(
            MultiHeadAttention.of(2, 3).biasInitializer(ONES).dropout(0.5),
            "MultiHeadAttention.of(2, 3).dropout(0.5).biasInitializer(Ones.of())"),
        new Line(
            LSTM.of(2).returnSequences(true).recurrentInitializer(ONES).goBackwards(true),
            "LSTM.of(2).recurrentInitializer(Ones.of()).goBackwards(true).returnSequences(true)"),
        new Line(ZeroPadding1D.of(2), "ZeroPadding1D.of(2)"),
        new Line(Cropping1D.of(0, 2), "Cropping1D.of(0, 2)"),
        new Line(ZeroPadding2D.of(1), "ZeroPadding2D.of()"),
        new Line(ZeroPadding2D.of(2), "ZeroPadding2D.of(2)"),
        new Line(Cropping2D.of(1, 2), "Cropping2D.of(1, 2)"),
        new Line(Cropping2D.of(1, 2, 3, 3), "Cropping2D.of(1, 2, 3, 3)"),
        new Line(
            UpSampling2D.of(2, 3).interpolation(Interpolation.BILINEAR),
            "UpSampling2D.of(2, 3).interpolation(BILINEAR)"),
        new Line(
            Resizing.of(8, 6).cropToAspectRatio(true), "Resizing.of(8, 6).cropToAspectRatio(true)"),
        new Line(RandomFlip.of(), "RandomFlip.of()"),
        new Line(RandomFlip.of(FlipMode.VERTICAL), "RandomFlip.of(VERTICAL)"),
        new Line(RandomRotation.of(0.25), "RandomRotation.of(0.25)"),
        new Line(
            RandomRotation.of(-0.5, 0.25).fillMode(FillMode.WRAP),
            "RandomRotation.of(-0.5, 0.25).fillMode(WRAP)"),
        new Line(RandomZoom.of(0.25).seed(3), "RandomZoom.of(0.25).seed(3)"),
        new Line(
            RandomZoom.of(0.25, 0.5).fillValue(1),
            "RandomZoom.of(0.25).widthFactor(0.5).fillValue(1)"),
        new Line(RandomTranslation.of(0.25, 0.5), "RandomTranslation.of(0.25, 0.5)"),
        new Line(
            RandomTranslation.of(Interval.of(-0.5, 0.25), Interval.of(0, 0.5)),
            "RandomTranslation.of(Interval.of(-0.5, 0.25), Interval.of(0, 0.5))"),
        new Line(
            RandomContrast.of(0.5).valueRange(0, 1), "RandomContrast.of(0.5).valueRange(0, 1)"),
        new Line(RandomContrast.of(0.25, 0.5), "RandomContrast.of(0.25, 0.5)"),
        new Line(RandomBrightness.of(-0.25, 0.5), "RandomBrightness.of(-0.25, 0.5)"),
        new Line(Adam.of(), "Adam.of()"),
        new Line(Adam.of(0.5).beta1(0.8), "Adam.of(0.5).beta1(0.8)"),
        new Line(Adam.of(0.5).clipnorm(1).useEma(true), "Adam.of(0.5).clipnorm(1).useEma(true)"),
        new Line(
            LayerNormalization.of().gammaInitializer(HeNormal.of().seed(1)).center(false),
            "LayerNormalization.of().center(false).gammaInitializer(HeNormal.of().seed(1))"),
        new Line(SGD.of(0.1).nesterov(true), "SGD.of(0.1).nesterov(true)"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aRecordIsPrintedWithItsNonDefaultOptions(Line line) {
    assertThat(new RecordSource(new SourceImports()).print(line.value).inline())
        .isEqualTo(line.text);
  }

  @Test
  void aRecordWithoutAFactoryIsPrintedWithItsConstructor() {
    assertThat(
            new RecordSource(new SourceImports())
                .print(new Weighted(List.of(1L, 2L), List.of(0.5, 1.0), null))
                .inline())
        .isEqualTo("new Weighted(List.of(1L, 2L), List.of(0.5, 1.0), null)");
  }

  record Line(Record value, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A record without a factory. */
  public record Weighted(List<Long> boundaries, List<Double> values, @Nullable Long seed) {}
}
