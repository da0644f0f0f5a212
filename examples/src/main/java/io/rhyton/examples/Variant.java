package io.rhyton.examples;

import io.rhyton.model.ModelSpec;
import java.util.Locale;

/** The networks to choose from. */
enum Variant {
  BASELINE,
  DROPOUT,
  BATCHNORM;

  ModelSpec spec() {
    return switch (this) {
      case BASELINE -> Networks.baseline();
      case DROPOUT -> Networks.dropout();
      case BATCHNORM -> Networks.batchnorm();
    };
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
