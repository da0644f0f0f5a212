package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.ODD_IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import org.tensorflow.ndarray.Shape;

/** The layers of {@code reshaping_cases.py}. */
public final class ReshapingCases {
  private static final Shape SMALL_IMAGE = Shape.of(2, 3, 3);

  private ReshapingCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("flatten", IMAGE, Flatten.of());
    cases.add("flatten_vector", VECTOR, Flatten.of());
    addShapes(cases);
    addBorders(cases);
    addUpSamplings(cases);
  }

  private static void addShapes(LayerCases cases) {
    cases.add("reshape_image", IMAGE, Reshape.image(2, 10, 2));
    cases.add("reshape_sequence", IMAGE, Reshape.sequence(5, 8));
    cases.add("reshape_vector", SEQUENCE, Reshape.vector(24));
    cases.add("reshape_rest", SEQUENCE, Reshape.image(3, -1, 4));
    cases.add("reshape_all", SEQUENCE, Reshape.vector(-1));
    cases.add("permute_image", IMAGE, Permute.of(3, 1, 2));
    cases.add("permute_sequence", SEQUENCE, Permute.of(2, 1));
    cases.add("permute_vector", VECTOR, Permute.of(1));
    cases.add("repeat_vector", VECTOR, RepeatVector.of(3));
  }

  private static void addBorders(LayerCases cases) {
    cases.add("zero_padding1d", SEQUENCE, ZeroPadding1D.of());
    cases.add("zero_padding1d_uneven", SEQUENCE, ZeroPadding1D.of(0, 2));
    cases.add("zero_padding2d", IMAGE, ZeroPadding2D.of());
    cases.add("zero_padding2d_1x2", IMAGE, ZeroPadding2D.of(1, 2));
    cases.add("zero_padding2d_uneven", IMAGE, ZeroPadding2D.of(0, 1, 2, 0));
    cases.add("cropping1d", SEQUENCE, Cropping1D.of());
    cases.add("cropping1d_uneven", SEQUENCE, Cropping1D.of(3, 0));
    cases.add("cropping2d", ODD_IMAGE, Cropping2D.of());
    cases.add("cropping2d_1x2", ODD_IMAGE, Cropping2D.of(1, 2));
    cases.add("cropping2d_uneven", ODD_IMAGE, Cropping2D.of(0, 1, 3, 2));
  }

  private static void addUpSamplings(LayerCases cases) {
    cases.add("up_sampling1d", Shape.of(3, 3), UpSampling1D.of(3));
    cases.add("up_sampling2d_nearest", SMALL_IMAGE, UpSampling2D.of());
    cases.add("up_sampling2d_1x3_nearest", SMALL_IMAGE, UpSampling2D.of(1, 3));
    cases.add("up_sampling2d_bilinear", SMALL_IMAGE, bilinear(UpSampling2D.of(2)));
    cases.add("up_sampling2d_3x1_bilinear", SMALL_IMAGE, bilinear(UpSampling2D.of(3, 1)));
    cases.add(
        "up_sampling2d_bicubic",
        SMALL_IMAGE,
        UpSampling2D.of(1, 2).interpolation(Interpolation.BICUBIC));
    cases.add(
        "up_sampling2d_lanczos3",
        SMALL_IMAGE,
        UpSampling2D.of(2, 1).interpolation(Interpolation.LANCZOS3));
    cases.add(
        "up_sampling2d_lanczos5",
        SMALL_IMAGE,
        UpSampling2D.of(1, 2).interpolation(Interpolation.LANCZOS5));
  }

  private static UpSampling2D bilinear(UpSampling2D layer) {
    return layer.interpolation(Interpolation.BILINEAR);
  }
}
