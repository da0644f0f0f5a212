package io.rhyton.golden.cases;

import static io.rhyton.golden.cases.LayerCases.IMAGE;
import static io.rhyton.golden.cases.LayerCases.SEQUENCE;
import static io.rhyton.golden.cases.LayerCases.SMALL_IMAGE;
import static io.rhyton.golden.cases.LayerCases.VECTOR;

import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;

/** The layers of {@code regularization_cases.py}. */
public final class RegularizationCases {
  private static final long SEED = 1337;

  private RegularizationCases() {}

  public static void addTo(LayerCases cases) {
    cases.add("dropout", VECTOR, Dropout.of(0.4).seed(SEED));
    cases.add("dropout_image", IMAGE, Dropout.of(0.25).seed(7));
    cases.add("dropout_rate_0", VECTOR, Dropout.of(0).seed(7));
    cases.add("dropout_noise_shape", IMAGE, Dropout.of(0.4).noiseShape(-1, 4, 1, 2).seed(SEED));
    cases.add("dropout_noise_shape_of_batch", VECTOR, Dropout.of(0.4).noiseShape(1, -1).seed(SEED));
    cases.add("spatial_dropout1d", SEQUENCE, SpatialDropout1D.of(0.4).seed(SEED));
    cases.add("spatial_dropout2d", SMALL_IMAGE, SpatialDropout2D.of(0.4).seed(SEED));
    cases.add("spatial_dropout2d_rate_0", SMALL_IMAGE, SpatialDropout2D.of(0).seed(SEED));
    cases.add("gaussian_noise", VECTOR, GaussianNoise.of(0.3).seed(SEED));
    cases.add("gaussian_noise_image", SMALL_IMAGE, GaussianNoise.of(1).seed(SEED));
    cases.add("gaussian_noise_0", VECTOR, GaussianNoise.of(0).seed(SEED));
    cases.add("gaussian_dropout", VECTOR, GaussianDropout.of(0.3).seed(SEED));
    cases.add("gaussian_dropout_image", SMALL_IMAGE, GaussianDropout.of(0.1).seed(SEED));
    cases.add("gaussian_dropout_rate_0", VECTOR, GaussianDropout.of(0).seed(SEED));
    cases.add("alpha_dropout", VECTOR, AlphaDropout.of(0.3).seed(SEED));
    cases.add("alpha_dropout_image", SMALL_IMAGE, AlphaDropout.of(0.1).seed(SEED));
    cases.add(
        "alpha_dropout_noise_shape",
        SMALL_IMAGE,
        AlphaDropout.of(0.3).noiseShape(-1, 1, 1, -1).seed(SEED));
    cases.add("alpha_dropout_rate_0", VECTOR, AlphaDropout.of(0).seed(SEED));
  }
}
