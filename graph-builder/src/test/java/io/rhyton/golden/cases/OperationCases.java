package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.TANH;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of {@code operation_cases.py}. */
public final class OperationCases {
  private OperationCases() {}

  public static Map<String, ModelSpec> all() {
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    models.put("numbers", numbers());
    models.put("powers", powers());
    models.put("tensors", tensors());
    models.put("excited", excited());
    models.put("hard_sigmoid", hardSigmoid());
    models.put("nested", nested());
    return models;
  }

  private static ModelSpec numbers() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("front", Dense.of(3).useBias(false));
    return joined(
        vector,
        List.of(
            x.times(2),
            x.times(0.5),
            x.plus(1.5),
            x.plus(3),
            x.minus(0.25),
            x.subtractedFrom(1),
            x.dividedBy(4),
            x.negated(),
            x.absolute(),
            x.then(UnaryOperation.of(UnaryOperation.Operator.SQUARE)),
            x.then(NumberArithmetic.of(Operator.MAXIMUM, 0.1)),
            x.then(NumberArithmetic.of(Operator.MINIMUM, 0.2))));
  }

  private static ModelSpec powers() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("left", Dense.of(3).activation(SIGMOID));
    Node<FeatureVector> y = vector.then("right", Dense.of(3).activation(TANH));
    return joined(
        vector,
        List.of(
            x.divisorOf(1),
            x.power(2),
            x.power(0.5),
            y.exponentOf(2),
            x.power(y),
            x.then(UnaryOperation.of(UnaryOperation.Operator.SQRT))));
  }

  private static ModelSpec tensors() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> front = vector.then("front", Dense.of(3).useBias(false));
    Node<FeatureVector> x = front.then("left", Dense.of(3).activation(TANH));
    Node<FeatureVector> y = front.then("right", Dense.of(3).activation(SIGMOID));
    return joined(
        vector,
        List.of(
            x.plus(y),
            x.minus(y),
            x.times(y),
            x.dividedBy(y),
            x.plus(x),
            Arithmetic.of(Operator.MAXIMUM).on(List.of(x, y)),
            Arithmetic.of(Operator.MINIMUM).on(List.of(x, y))));
  }

  private static ModelSpec joined(Node<FeatureVector> vector, List<Node<FeatureVector>> results) {
    return Functional.build("golden", vector, Concatenate.of(results).named("layer"));
  }

  private static ModelSpec excited() {
    Node<Image> image = Functional.image("image", 4, 5, 3);
    Node<Image> front = image.then("front", Conv2D.of(2, 1).useBias(false));
    Node<Image> mean = front.then("mean", GlobalAveragePooling2D.of().keepdims(true));
    Node<Image> gate = mean.then("gate", Conv2D.of(2, 1).activation(SIGMOID));
    Node<Image> quotient = gate.times(front).minus(gate).dividedBy(gate.plus(front.power(2)));
    return Functional.build("golden", image, quotient.then("rows", Flatten.of()));
  }

  private static ModelSpec hardSigmoid() {
    Node<Image> image = Functional.image("image", 4, 5, 3);
    Node<Image> x = image.then("front", Conv2D.of(2, 1));
    Node<Image> gate = x.plus(3).then("gate", ReLU.of().maxValue(6)).times(1.0 / 6);
    Node<Image> gated = Multiply.of(gate, x).named("layer");
    return Functional.build("golden", image, gated.then("rows", Flatten.of()));
  }

  private static ModelSpec nested() {
    Node<FeatureVector> values = Functional.vector("values", 3);
    Node<FeatureVector> bent = values.then("dense", Dense.of(3).activation(TANH));
    ModelSpec block = Functional.build("layer", values, values.plus(bent.times(0.1)));
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("front", Dense.of(3).useBias(false));
    Node<FeatureVector> y =
        x.times(0.5).named("multiply_1").then("layer", NestedModel.vector(block));
    return Functional.build("golden", vector, y.minus(x).then("end", Dense.of(2)));
  }
}
