package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.layer.Reduction.Operator.LOGSUMEXP;
import static io.rhyton.model.layer.Reduction.Operator.MAX;
import static io.rhyton.model.layer.Reduction.Operator.MEAN;
import static io.rhyton.model.layer.Reduction.Operator.MIN;
import static io.rhyton.model.layer.Reduction.Operator.PROD;
import static io.rhyton.model.layer.Reduction.Operator.STD;
import static io.rhyton.model.layer.Reduction.Operator.SUM;
import static io.rhyton.model.layer.Reduction.Operator.VAR;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCCOS;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCCOSH;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCSIN;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCSINH;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCTAN;
import static io.rhyton.model.layer.UnaryOperation.Operator.ARCTANH;
import static io.rhyton.model.layer.UnaryOperation.Operator.CEIL;
import static io.rhyton.model.layer.UnaryOperation.Operator.COS;
import static io.rhyton.model.layer.UnaryOperation.Operator.COSH;
import static io.rhyton.model.layer.UnaryOperation.Operator.ERF;
import static io.rhyton.model.layer.UnaryOperation.Operator.EXP2;
import static io.rhyton.model.layer.UnaryOperation.Operator.EXPM1;
import static io.rhyton.model.layer.UnaryOperation.Operator.FLOOR;
import static io.rhyton.model.layer.UnaryOperation.Operator.LOG;
import static io.rhyton.model.layer.UnaryOperation.Operator.LOG10;
import static io.rhyton.model.layer.UnaryOperation.Operator.LOG1P;
import static io.rhyton.model.layer.UnaryOperation.Operator.LOG2;
import static io.rhyton.model.layer.UnaryOperation.Operator.RECIPROCAL;
import static io.rhyton.model.layer.UnaryOperation.Operator.RSQRT;
import static io.rhyton.model.layer.UnaryOperation.Operator.SIGN;
import static io.rhyton.model.layer.UnaryOperation.Operator.SIN;
import static io.rhyton.model.layer.UnaryOperation.Operator.SINH;
import static io.rhyton.model.layer.UnaryOperation.Operator.TAN;

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
import io.rhyton.model.layer.Reduction;
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
    models.put("curves", curves());
    models.put("logarithms", logarithms());
    models.put("steps_with_edges", steps());
    models.put("reductions", reductions());
    models.put("other_reductions", otherReductions());
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

  private static ModelSpec curves() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("front", Dense.of(3).activation(TANH));
    return joined(
        vector,
        List.of(
            x.then(UnaryOperation.of(SIN)),
            x.then(UnaryOperation.of(COS)),
            x.then(UnaryOperation.of(TAN)),
            x.times(0.9).then(UnaryOperation.of(ARCSIN)),
            x.times(0.9).then(UnaryOperation.of(ARCCOS)),
            x.then(UnaryOperation.of(ARCTAN)),
            x.then(UnaryOperation.of(SINH)),
            x.then(UnaryOperation.of(COSH)),
            x.then(UnaryOperation.of(ARCSINH)),
            x.times(0.9).then(UnaryOperation.of(ARCTANH)),
            x.then(UnaryOperation.of(ERF)),
            x.then(UnaryOperation.of(EXP2)),
            x.then(UnaryOperation.of(EXPM1))));
  }

  private static ModelSpec logarithms() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("front", Dense.of(3).activation(SIGMOID));
    return joined(
        vector,
        List.of(
            x.then(UnaryOperation.of(LOG)),
            x.then(UnaryOperation.of(LOG1P)),
            x.then(UnaryOperation.of(LOG2)),
            x.then(UnaryOperation.of(LOG10)),
            x.plus(1.5).then(UnaryOperation.of(ARCCOSH)),
            x.then(UnaryOperation.of(RECIPROCAL)),
            x.then(UnaryOperation.of(RSQRT))));
  }

  private static ModelSpec steps() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> x = vector.then("front", Dense.of(3));
    return joined(
        vector,
        List.of(
            x.then(UnaryOperation.of(SIGN)),
            x.times(3).then(UnaryOperation.of(FLOOR)),
            x.times(3).then(UnaryOperation.of(CEIL)),
            x));
  }

  private static ModelSpec reductions() {
    Node<Image> image = Functional.image("image", 4, 5, 3);
    Node<Image> x = image.then("front", Conv2D.of(2, 1).useBias(false));
    return joined(
        image,
        List.of(
            x.then(Reduction.vector(SUM, 1, 2)),
            x.then(Reduction.vector(MEAN, 1, 2)),
            x.then(Reduction.vector(MAX, -3, -2)),
            x.then(Reduction.vector(MIN, 2, 1)),
            x.then(Reduction.sequence(MEAN, 1)).then("steps", Flatten.of()),
            x.then(Reduction.image(MAX, -1).keepdims(true)).then("gray", Flatten.of())));
  }

  private static ModelSpec otherReductions() {
    Node<Image> image = Functional.image("image", 4, 5, 3);
    Node<Image> x = image.then("front", Conv2D.of(2, 1).activation(SIGMOID));
    return joined(
        image,
        List.of(
            x.then(Reduction.vector(PROD, 1, 2)),
            x.then(Reduction.vector(VAR, 1, 2)),
            x.then(Reduction.vector(STD, 1, 2)),
            x.then(Reduction.vector(LOGSUMEXP, 1, 2)),
            x.then(Reduction.image(LOGSUMEXP, 1).keepdims(true)).then("sums", Flatten.of()),
            x.then(Reduction.image(STD, 1).keepdims(true)).then("spread", Flatten.of())));
  }

  private static ModelSpec joined(Node<?> input, List<Node<FeatureVector>> results) {
    return Functional.build("golden", input, Concatenate.of(results).named("layer"));
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
