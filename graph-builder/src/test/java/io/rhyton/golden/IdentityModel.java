package io.rhyton.golden;

import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.shape.FeatureVector;

/** A dense layer named "identity", whose golden kernel is the identity: inputs are its outputs. */
final class IdentityModel {
  private IdentityModel() {}

  static Sequential<FeatureVector> of(int width, ActivationFunction activation) {
    return Sequential.vector(width)
        .add("identity", Dense.of(width).useBias(false).activation(activation));
  }
}
