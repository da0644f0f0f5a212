package io.rhyton.report;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.inference.Predictor;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/** Test models with known predictions. */
final class Classifiers {
  static final List<String> NAMES = List.of("red", "green", "blue");

  /** Four images of one pixel; the second is labeled green, the last blue. */
  static final Dataset PIXELS =
      Dataset.images(
          1, 1, 3, new float[] {1, 0, 0, 1, 0.5f, 0, 0, 0, 1, 0, 1, 0}, new int[] {0, 1, 2, 2});

  private Classifiers() {}

  /** Classifies a pixel by its strongest channel: the channels are the logits. */
  @MustBeClosed
  static Predictor colors(ActivationFunction activation) {
    ModelSpec spec =
        Sequential.image(1, 1, 3)
            .add(Flatten.of())
            .add(Dense.of(3).useBias(false).activation(activation))
            .build("colors");
    float[] same = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    return Model.predictor(
        spec, Weights.builder().add("dense/kernel", Shape.of(3, 3), same).build());
  }

  /** Outputs its single input, through an activation function. */
  @MustBeClosed
  static Predictor oneOutput(ActivationFunction activation) {
    ModelSpec spec =
        Sequential.vector(1)
            .add(Dense.of(1).useBias(false).activation(activation))
            .build("threshold");
    return Model.predictor(
        spec, Weights.builder().add("dense/kernel", Shape.of(1, 1), new float[] {1}).build());
  }
}
