package io.rhyton.golden.cases;

import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.shape.FeatureVector;

/** A dense layer named "identity", whose golden kernel is the identity: inputs are its outputs. */
public final class IdentityModel {
  private IdentityModel() {}

  public static Sequential<FeatureVector> of(int width, ActivationFunction activation) {
    return Sequential.vector(width)
        .add("identity", Dense.of(width).useBias(false).activation(activation));
  }
}
