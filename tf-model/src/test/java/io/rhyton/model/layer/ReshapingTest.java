package io.rhyton.model.layer;

import static io.rhyton.model.InvalidArguments.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.rhyton.error.SpecException;
import io.rhyton.model.Sequential;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sequence;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** The shapes that reshaping layers return or reject. */
class ReshapingTest {
  private static final Sequential<Image> IMAGE = Sequential.image(4, 6, 2);
  private static final Sequential<Sequence> SEQUENCE = Sequential.sequence(4, 3);
  private static final Sequential<FeatureVector> VECTOR = Sequential.vector(6);

  @Test
  void samplesGetTheRequestedShape() {
    assertShape(IMAGE.add(Reshape.vector(48)), 48);
    assertShape(IMAGE.add(Reshape.sequence(-1, 4)), 12, 4);
    assertShape(VECTOR.add(Reshape.image(1, 2, -1)), 1, 2, 3);
    assertShape(IMAGE.add(Permute.of(3, 1, 2)), 2, 4, 6);
    assertShape(VECTOR.add(RepeatVector.of(5)), 5, 6);
  }

  @Test
  void bordersApplyToTheirSides() {
    assertShape(IMAGE.add(ZeroPadding2D.of(1, 2, 3, 4)), 7, 13, 2);
    assertShape(IMAGE.add(ZeroPadding2D.of(1, 0)), 6, 6, 2);
    assertShape(IMAGE.add(Cropping2D.of(1, 2, 3, 0)), 1, 3, 2);
    assertShape(SEQUENCE.add(ZeroPadding1D.of(1, 2)), 7, 3);
    assertShape(SEQUENCE.add(Cropping1D.of(0, 3)), 1, 3);
  }

  @Test
  void upSamplingMultipliesSizes() {
    assertShape(IMAGE.add(UpSampling2D.of(3, 1)), 12, 6, 2);
    assertShape(SEQUENCE.add(UpSampling1D.of()), 8, 3);
  }

  private static void assertShape(Sequential<?> chain, long... sizes) {
    assertThat(chain.build("model").resolve().outputShape().tail()).isEqualTo(Shape.of(sizes));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void mismatchedShapesAreRejected(Sequential<?> chain, String message) {
    assertThatThrownBy(() -> chain.build("model"))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'layer' " + message);
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        unfit(
            IMAGE.add("layer", Reshape.vector(47)),
            "(Reshape): expected 47 values per sample, got 48 in [?, 4, 6, 2]. Choose sizes whose"
                + " product is 48."),
        unfit(
            IMAGE.add("layer", Reshape.sequence(-1, 5)),
            "(Reshape): expected a multiple of 5 values per sample, got 48 in [?, 4, 6, 2]. Choose"
                + " sizes whose product is 48."),
        unfit(
            IMAGE.add("layer", Permute.of(2, 1)),
            "(Permute): expected input of rank 3, got [?, 4, 6, 2]. List each of its axes once."),
        unfit(
            IMAGE.add("layer", Cropping2D.of(2)),
            "(Cropping2D): expected an image of more than 4x4 pixels, got [?, 4, 6, 2]. Crop"
                + " less."),
        unfit(
            SEQUENCE.add("layer", Cropping1D.of(2)),
            "(Cropping1D): expected more than 4 timesteps, got [?, 4, 3]. Crop less."));
  }

  private static Arguments unfit(Sequential<?> chain, String message) {
    return argumentSet(message, chain, message);
  }

  @ParameterizedTest
  @MethodSource("wrongArguments")
  void outOfRangeOptionsAreRejected(ThrowingCallable make, String message) {
    assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  static Stream<Arguments> wrongArguments() {
    String targetShape = "targetShape must have sizes > 0, and -1 at most once, got ";
    return Stream.of(
        wrong(() -> Reshape.vector(0), targetShape + "[0]"),
        wrong(() -> Reshape.sequence(-1, -1), targetShape + "[-1, -1]"),
        wrong(() -> Reshape.image(3, -2, 1), targetShape + "[3, -2, 1]"),
        wrong(() -> new Reshape<>(List.of()), targetShape + "[]"),
        wrong(() -> Permute.of(1, 3), "dims must be a permutation of [1, 2], got [1, 3]"),
        wrong(() -> RepeatVector.of(0), "n must be > 0, got 0"),
        wrong(() -> ZeroPadding1D.of(1, -1), "after must be >= 0, got -1"),
        wrong(() -> ZeroPadding2D.of(-1), "top must be >= 0, got -1"),
        wrong(() -> Cropping1D.of(-1), "before must be >= 0, got -1"),
        wrong(() -> Cropping2D.of(0, 0, 0, -1), "right must be >= 0, got -1"),
        wrong(() -> UpSampling1D.of(0), "size must be > 0, got 0"),
        wrong(() -> UpSampling2D.of(1, 0), "width must be > 0, got 0"));
  }
}
