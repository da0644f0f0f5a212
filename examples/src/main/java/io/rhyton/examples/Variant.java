package io.rhyton.examples;

import io.rhyton.examples.architectures.MobileNet;
import io.rhyton.examples.architectures.ResNet20;
import io.rhyton.model.ModelSpec;
import java.util.Locale;

/** The networks to choose from. */
enum Variant {
  BASELINE,
  DROPOUT,
  BATCHNORM,
  RESNET20,
  MOBILENET;

  ModelSpec spec() {
    return switch (this) {
      case BASELINE -> Networks.baseline();
      case DROPOUT -> Networks.dropout();
      case BATCHNORM -> Networks.batchnorm();
      case RESNET20 -> ResNet20.spec();
      case MOBILENET -> MobileNet.spec();
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
