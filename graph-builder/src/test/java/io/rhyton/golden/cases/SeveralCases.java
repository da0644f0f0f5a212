package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.L2;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of {@code several_cases.py}. */
public final class SeveralCases {
  public static final SGD MOMENTUM = SGD.of(0.1).momentum(0.9);

  private SeveralCases() {}

  public static Map<String, CompiledCase> all() {
    Map<String, CompiledCase> cases = new LinkedHashMap<>();
    cases.put(
        "losses_by_name",
        new CompiledCase(
            twoByTwo(),
            CompileSpec.of(Adam.of(0.01))
                .loss("kind", SparseCategoricalCrossentropy.of())
                .metrics("kind", Accuracy.of())
                .loss("size", MeanSquaredError.of())
                .lossWeight("size", 0.5)
                .metrics("size", CategoricalAccuracy.of())));
    cases.put(
        "one_loss",
        new CompiledCase(
            twoByTwo(), CompileSpec.of(MOMENTUM, MeanSquaredError.of(), Accuracy.of())));
    cases.put(
        "one_output_without_loss",
        new CompiledCase(
            twoByTwo(),
            CompileSpec.of(Adam.of(0.01))
                .loss("kind", SparseCategoricalCrossentropy.of())
                .metrics("kind", Accuracy.of())
                .noLoss("size")
                .metrics("size", CategoricalAccuracy.of())));
    cases.put(
        "pixels",
        image(
            Conv2D.of(3, 1).activation(SOFTMAX),
            SparseCategoricalCrossentropy.of(),
            Accuracy.of(),
            SparseCategoricalAccuracy.of()));
    cases.put(
        "pixels_one_hot",
        image(
            Conv2D.of(3, 1),
            CategoricalCrossentropy.of().fromLogits(true),
            Accuracy.of(),
            CategoricalAccuracy.of()));
    cases.put(
        "pixels_binary",
        image(
            Conv2D.of(1, 1).activation(SIGMOID),
            BinaryCrossentropy.of(),
            Accuracy.of(),
            BinaryAccuracy.of()));
    cases.put("pixels_squares", image(Conv2D.of(2, 2), MeanSquaredError.of(), BinaryAccuracy.of()));
    cases.put(
        "weighted",
        new CompiledCase(
            front().add("rows", Flatten.of()).add("kinds", Dense.of(2)).build("golden"),
            CompileSpec.of(MOMENTUM)
                .loss("kinds", MeanSquaredError.of())
                .lossWeight("kinds", 0.25)));
    return cases;
  }

  private static ModelSpec twoByTwo() {
    Node<Image> scene = Functional.image("scene", 4, 4, 1);
    Node<FeatureVector> hint = Functional.vector("hint", 2);
    Node<FeatureVector> rows =
        scene.then("look", Conv2D.of(2, 3).activation(TANH)).then("rows", Flatten.of());
    Node<FeatureVector> both = Concatenate.of(rows, hint).named("both");
    Node<FeatureVector> kind = both.then("kind", Dense.of(3).activation(SOFTMAX));
    Node<FeatureVector> hidden = both.then("hidden", Dense.of(4).kernelRegularizer(L2.of(0.01)));
    return Functional.build(
        "golden", List.of(scene, hint), List.of(kind, hidden.then("size", Dense.of(3))));
  }

  public static Sequential<Image> front() {
    return Sequential.image("scene", 4, 3, 2)
        .add("look", Conv2D.of(3, 3).padding(SAME).activation(RELU));
  }

  private static CompiledCase image(Conv2D end, Loss loss, Metric... metrics) {
    return new CompiledCase(
        front().add("kinds", end).build("golden"), CompileSpec.of(MOMENTUM, loss, metrics));
  }
}
