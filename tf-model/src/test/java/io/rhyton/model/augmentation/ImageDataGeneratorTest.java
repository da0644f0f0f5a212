package io.rhyton.model.augmentation;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.layer.FillMode;
import io.rhyton.model.shape.Interval;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDataGeneratorTest {
  private static final ImageDataGenerator NONE = ImageDataGenerator.of();

  @Test
  void defaultsMatchKeras() {
    assertThat(NONE.geometricTransform())
        .isEqualTo(
            new GeometricTransform(
                0,
                ShiftRange.NONE,
                ShiftRange.NONE,
                0,
                Interval.of(1, 1),
                false,
                false,
                FillMode.NEAREST,
                0,
                1));
    assertThat(NONE.channelShiftRange()).isZero();
    assertThat(NONE.brightnessRange()).isNull();
    assertThat(NONE.standardization()).isEqualTo(ImageStandardization.of());
    assertThat(NONE.geometricTransform().transforms()).isFalse();
    assertThat(NONE.standardization().standardizes()).isFalse();
  }

  @Test
  void standardizationImpliesCentering() {
    assertThat(NONE.featurewiseStdNormalization(true).standardization().featurewiseCenter())
        .isTrue();
    assertThat(NONE.samplewiseStdNormalization(true).standardization().samplewiseCenter()).isTrue();
  }

  @Test
  void aSingleZoomRangeIsSymmetric() {
    assertThat(NONE.zoomRange(0.25)).isEqualTo(NONE.zoomRange(0.75, 1.25));
  }

  @Test
  void aShiftBelowOneIsAFractionAndAnIntegerIsWholePixels() {
    assertThat(NONE.widthShiftRange(0.25).geometricTransform().widthShiftRange().pixels(32))
        .isEqualTo(8);
    assertThat(NONE.widthShiftRange(1.5).geometricTransform().widthShiftRange().pixels(32))
        .isEqualTo(1.5);
    assertThat(NONE.heightShiftRange(3).geometricTransform().heightShiftRange())
        .isEqualTo(new ShiftRange(3, true));
  }

  @Test
  void flipsMovePixelsWithoutInterpolation() {
    assertThat(NONE.horizontalFlip(true).geometricTransform().transforms()).isTrue();
    assertThat(NONE.horizontalFlip(true).geometricTransform().isAffine()).isFalse();
    assertThat(NONE.zoomRange(0.1).geometricTransform().isAffine()).isTrue();
  }

  @Test
  void toStringListsNonDefaultOptions() {
    assertThat(NONE).hasToString("ImageDataGenerator[]");
    assertThat(
            NONE.rotationRange(15)
                .widthShiftRange(2)
                .heightShiftRange(0.1)
                .horizontalFlip(true)
                .brightnessRange(0.5, 2)
                .samplewiseCenter(true))
        .hasToString(
            "ImageDataGenerator[rotationRange=15.0, widthShiftRange=2, heightShiftRange=0.1,"
                + " horizontalFlip=true, brightnessRange=0.5 to 2.0, samplewiseCenter=true]");
  }

  @ParameterizedTest
  @MethodSource
  void outOfRangeOptionsAreRejected(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> outOfRangeOptionsAreRejected() {
    return Stream.of(
        wrong(() -> NONE.rotationRange(-1), "rotationRange must be >= 0 and finite, got -1.0"),
        wrong(() -> NONE.widthShiftRange(-0.1), "range must be >= 0 and finite, got -0.1"),
        wrong(() -> NONE.heightShiftRange(-2), "range must be >= 0 and finite, got -2.0"),
        wrong(() -> NONE.shearRange(Double.NaN), "shearRange must be >= 0 and finite, got NaN"),
        wrong(() -> NONE.zoomRange(1), "zoomRange must be >= 0 and < 1, got 1.0"),
        wrong(() -> NONE.zoomRange(0, 2), "zoomRange must be > 0, got 0.0 to 2.0"),
        wrong(() -> NONE.zoomRange(2, 1), "upper must be >= lower 2.0, got 1.0"),
        wrong(() -> NONE.brightnessRange(-1, 1), "brightnessRange must be >= 0, got -1.0 to 1.0"),
        wrong(() -> NONE.valueRange(1, 1), "valueRange must not be empty, got 1.0 to 1.0"),
        wrong(
            () -> NONE.channelShiftRange(-3),
            "channelShiftRange must be >= 0 and finite, got -3.0"),
        wrong(() -> NONE.cval(Double.NaN), "cval must be finite, got NaN"),
        wrong(() -> NONE.interpolationOrder(3), "interpolationOrder must be 0 or 1, got 3"),
        wrong(
            () -> NONE.measured(new double[2], new double[1]),
            "std must have a value for each of 2 channels, got [0.0]"),
        wrong(
            () -> NONE.measured(new double[1], new double[] {-1}),
            "std must be >= 0 and finite, got -1.0"));
  }
}
