package io.rhyton.golden.cases;

import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.weight.L2;
import java.util.Map;

/** The models that {@code training_cases.py} fits. */
public final class FitCases {
  private FitCases() {}

  public static Map<String, CompiledCase> all() {
    return Map.of("image", image(), "vector", vector());
  }

  private static CompiledCase image() {
    return new CompiledCase(
        Sequential.image(6, 6, 2)
            .add(
                Conv2D.of(3, 3)
                    .padding(Padding.SAME)
                    .activation(ActivationFunction.RELU)
                    .kernelRegularizer(L2.of(0.01)))
            .add(BatchNormalization.of())
            .add(MaxPooling2D.of(2))
            .add(Dropout.of(0.3).seed(5))
            .add(Flatten.of())
            .add(Dense.of(3).activation(ActivationFunction.SOFTMAX))
            .build("golden"),
        CompileSpec.of(Adam.of(0.01), CategoricalCrossentropy.of(), Accuracy.of()));
  }

  private static CompiledCase vector() {
    return new CompiledCase(
        Sequential.vector(4)
            .add(Dense.of(6).activation(ActivationFunction.TANH))
            .add(Dropout.of(0.2).seed(6))
            .add(Dense.of(3))
            .build("golden"),
        CompileSpec.of(
            SGD.of(0.1).momentum(0.9),
            SparseCategoricalCrossentropy.of().fromLogits(true),
            Accuracy.of(),
            SparseCategoricalAccuracy.of()));
  }
}
