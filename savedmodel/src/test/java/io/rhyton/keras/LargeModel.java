package io.rhyton.keras;

import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes and reads a model of 25 million parameters, in a separate process. */
final class LargeModel {
  private static final int LAYERS = 10;
  private static final int UNITS = 1_600;

  private LargeModel() {}

  static ModelSpec spec() {
    Sequential<FeatureVector> chain = Sequential.vector(UNITS);
    for (int i = 0; i < LAYERS; i++) {
      chain = chain.add(Dense.of(UNITS));
    }
    return chain.build("large");
  }

  /**
   * Writes the model and reads it back.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    KerasFile.write(spec(), weights(), file);
    try (Predictor predictor = KerasFile.read(file).predictor()) {
      System.out.println(predictor.predict(new float[UNITS])[0]);
    }
  }

  private static Weights weights() {
    Weights.Builder weights = Weights.builder();
    for (WeightSpec weight : spec().resolve().weights()) {
      float[] values = new float[(int) weight.size()];
      Arrays.fill(values, 0.5f);
      weights.add(weight.name(), weight.shape(), values);
    }
    return weights.build();
  }
}
