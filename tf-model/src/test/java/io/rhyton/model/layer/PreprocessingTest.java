package io.rhyton.model.layer;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Preprocessing and augmentation layers: their shapes and options. */
class PreprocessingTest {
  private static final Sequential<Image> IMAGE = Sequential.image(4, 6, 2);

  @Test
  void imagesOfAnySizeGetTheRequestedSize() {
    assertShape(Resizing.of(9, 2), 9, 2, 2);
    assertShape(CenterCrop.of(3, 8), 3, 8, 2);
    assertShape(RandomCrop.of(5, 1), 5, 1, 2);
  }

  @Test
  void augmentationPreservesTheImageSize() {
    assertShape(RandomFlip.of(), 4, 6, 2);
    assertShape(RandomRotation.of(0.1), 4, 6, 2);
    assertShape(RandomTranslation.of(0.1, 0.2), 4, 6, 2);
    assertShape(RandomZoom.of(0.1), 4, 6, 2);
    assertShape(RandomContrast.of(0.1), 4, 6, 2);
    assertShape(RandomBrightness.of(0.1), 4, 6, 2);
  }

  private static void assertShape(RankMapping<Image, Image> layer, long... sizes) {
    assertThat(IMAGE.add(layer).build("model").resolve().outputShape().tail())
        .isEqualTo(Shape.of(sizes));
  }

  @Test
  void vectorsAreRejected() {
    LayerInputs vector = new LayerInputs("flip", "RandomFlip", List.of(Shape.of(-1, 8)));
    assertThatThrownBy(() -> RandomFlip.of().geometry(vector))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'flip' (RandomFlip): expected input of rank 4 [batch, height, width, channels],"
                + " got [?, 8]. Put it before Flatten and GlobalAveragePooling2D.");
  }

  @Test
  void rescalingTakesOneValueOrOnePerChannel() {
    assertThat(IMAGE.add(Rescaling.of(2, 3).offset(1, 0)).build("model").layers()).hasSize(2);
    assertThatThrownBy(() -> IMAGE.add("scale", Rescaling.of(1, 2, 3)).build("model"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'scale' (Rescaling): expected one scale, or one for each of 2 indices along the"
                + " last axis, got 3. Pass one number, or one per channel.");
    assertThatThrownBy(() -> IMAGE.add("scale", Rescaling.of(1).offset(1, 2, 3)).build("model"))
        .hasMessageContaining("expected one offset, or one for each of 2 indices");
  }

  @Test
  void aSingleNumberIsASymmetricRange() {
    assertThat(RandomRotation.of(-0.1)).isEqualTo(RandomRotation.of(-0.1, 0.1));
    assertThat(RandomRotation.of(0)).isEqualTo(RandomRotation.of(0, 0));
    assertThat(RandomBrightness.of(0.1)).isEqualTo(RandomBrightness.of(-0.1, 0.1));
    assertThat(RandomTranslation.of(0.1, -0.2))
        .isEqualTo(RandomTranslation.of(Interval.of(-0.1, 0.1), Interval.of(-0.2, 0.2)));
    assertThat(RandomZoom.of(0.1, 0.2))
        .isEqualTo(RandomZoom.of(Interval.of(-0.1, 0.1)).widthFactor(Interval.of(-0.2, 0.2)));
  }

  @Test
  void aSingleNumberOnlyIncreasesContrast() {
    assertThat(RandomContrast.of(0.1)).isEqualTo(RandomContrast.of(0, 0.1));
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void outOfRangeOptionsAreRejected(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> wrongArguments() {
    return Stream.of(
        wrong(() -> Resizing.of(0, 1), "height must be > 0, got 0"),
        wrong(() -> Resizing.of(1, -1), "width must be > 0, got -1"),
        wrong(() -> Resizing.of(1, 1).fillValue(Double.NaN), "fillValue must be finite, got NaN"),
        wrong(
            () -> Resizing.of(1, 1).cropToAspectRatio(true).padToAspectRatio(true),
            "padToAspectRatio must be false with cropToAspectRatio true, got true"),
        wrong(() -> CenterCrop.of(0, 1), "height must be > 0, got 0"),
        wrong(() -> RandomCrop.of(1, 0), "width must be > 0, got 0"),
        wrong(() -> Interval.of(1, 0), "upper must be >= lower 1.0, got 0.0"),
        wrong(() -> Interval.of(Double.NaN, 0), "lower must be finite, got NaN"),
        wrong(() -> RandomRotation.of(1.5), "factor must be >= -1.0 and <= 1.0, got -1.5 to 1.5"),
        wrong(
            () -> RandomRotation.of(0.1).interpolation(Interpolation.BICUBIC),
            "interpolation must be NEAREST or BILINEAR, got BICUBIC"),
        wrong(
            () -> RandomRotation.of(0.1).fillValue(Double.POSITIVE_INFINITY),
            "fillValue must be finite, got Infinity"),
        wrong(
            () -> RandomTranslation.of(Interval.of(-2, 0), Interval.of(0, 0)),
            "heightFactor must be >= -1.0 and <= 1.0, got -2.0 to 0.0"),
        wrong(
            () -> RandomTranslation.of(0, 2),
            "widthFactor must be >= -1.0 and <= 1.0, got -2.0 to 2.0"),
        wrong(
            () -> RandomTranslation.of(0, 0).interpolation(Interpolation.LANCZOS3),
            "interpolation must be NEAREST or BILINEAR, got LANCZOS3"),
        wrong(
            () -> RandomTranslation.of(0, 0).fillValue(Double.NaN),
            "fillValue must be finite, got NaN"),
        wrong(() -> RandomZoom.of(1.5), "heightFactor must be >= -1.0 and <= 1.0, got -1.5 to 1.5"),
        wrong(
            () -> RandomZoom.of(0, 1.5), "widthFactor must be >= -1.0 and <= 1.0, got -1.5 to 1.5"),
        wrong(
            () -> RandomZoom.of(0).interpolation(Interpolation.LANCZOS5),
            "interpolation must be NEAREST or BILINEAR, got LANCZOS5"),
        wrong(() -> RandomZoom.of(0).fillValue(Double.NaN), "fillValue must be finite, got NaN"),
        wrong(
            () -> RandomContrast.of(-0.5, 1),
            "factor must have a lower bound from 0.0 to 1.0, got -0.5 to 1.0"),
        wrong(() -> RandomContrast.of(0).valueRange(1, 0), "upper must be >= lower 1.0, got 0.0"),
        wrong(
            () -> RandomBrightness.of(-2, 0),
            "factor must be >= -1.0 and <= 1.0, got -2.0 to 0.0"));
  }
}
