package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.TANH;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.FromAnyRank;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.weight.L2;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of {@code graph_cases.py}. */
public final class GraphCases {
  private GraphCases() {}

  public static Map<String, ModelSpec> all() {
    Map<String, ModelSpec> models = new LinkedHashMap<>();
    models.put("add", images((left, right) -> Add.of(left, right).named("layer")));
    models.put("add_three", addThree());
    models.put("concatenate", images((left, right) -> Concatenate.of(left, right).named("layer")));
    models.put(
        "concatenate_rows",
        images(
            (left, right) ->
                Concatenate.of().axis(1).on(List.of(left, right, left)).named("layer")));
    models.put("shared_dense", sharedDense());
    models.put("shared_batch_normalization", sharedBatchNormalization());
    models.put("nested", nested());
    models.put("nested_twice", nestedTwice());
    models.put("frozen", frozen());
    models.put("frozen_nested", nested().freeze("layer"));
    models.put("depths", depths());
    return models;
  }

  /** Joins two branches. */
  @FunctionalInterface
  private interface Join {
    Node<Image> join(Node<Image> left, Node<Image> right);
  }

  private static ModelSpec images(Join join) {
    Node<Image> image = Functional.image("image", 4, 5, 3);
    Node<Image> front = image.then("front", Conv2D.of(2, 1).useBias(false));
    Node<Image> left = front.then("left", Conv2D.of(2, 3).padding(SAME));
    Node<Image> right = front.then("right", Conv2D.of(2, 1));
    return Functional.build("golden", image, join.join(left, right).then("rows", Flatten.of()));
  }

  private static ModelSpec addThree() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> front = vector.then("front", Dense.of(3).useBias(false));
    Node<FeatureVector> left = front.then("left", Dense.of(3).activation(TANH));
    Node<FeatureVector> right = front.then("right", Dense.of(3));
    return Functional.build("golden", vector, Add.of(List.of(front, left, right)).named("layer"));
  }

  private static ModelSpec sharedDense() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> first = left(vector).then("layer", Dense.of(3).activation(TANH));
    return both(vector, first, first.again(right(vector)));
  }

  private static ModelSpec sharedBatchNormalization() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> first = left(vector).then("layer", BatchNormalization.of().momentum(0.6));
    return both(vector, first, first.again(right(vector)));
  }

  private static ModelSpec nestedTwice() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> first = left(vector).then("layer", branchedBlock());
    return both(vector, first, first.again(right(vector)));
  }

  private static Node<FeatureVector> left(Node<FeatureVector> vector) {
    return vector.then("left", Dense.of(4).useBias(false));
  }

  private static Node<FeatureVector> right(Node<FeatureVector> vector) {
    return vector.then("right", Dense.of(4).activation(RELU));
  }

  private static ModelSpec both(
      Node<FeatureVector> vector, Node<FeatureVector> left, Node<FeatureVector> right) {
    return Functional.build("golden", vector, Concatenate.of(left, right).named("both"));
  }

  private static FromAnyRank<FeatureVector> branchedBlock() {
    Node<FeatureVector> values = Functional.vector("values", 4);
    Node<FeatureVector> left = values.then("dense", Dense.of(3).activation(RELU));
    Node<FeatureVector> right = values.then("dense_1", Dense.of(3));
    return NestedModel.vector(Functional.build("layer", values, Add.of(left, right).named("sum")));
  }

  private static ModelSpec nested() {
    ModelSpec block =
        Sequential.vector("values", 4)
            .add("dense", Dense.of(3).activation(RELU))
            .add("norm", BatchNormalization.of().momentum(0.6))
            .build("layer");
    return Sequential.vector(5)
        .add("front", Dense.of(4).useBias(false))
        .add("layer", NestedModel.vector(block))
        .add("dense", Dense.of(2))
        .build("golden");
  }

  private static ModelSpec frozen() {
    return Sequential.image(4, 5, 3)
        .add("front", Conv2D.of(2, 1).useBias(false))
        .add("layer", Conv2D.of(3, 3).kernelRegularizer(L2.of(0.01)))
        .add("norm", BatchNormalization.of().momentum(0.6))
        .add("rows", Flatten.of())
        .build("golden")
        .freeze("layer", "norm");
  }

  private static ModelSpec depths() {
    Node<FeatureVector> vector = Functional.vector("vector", 5);
    Node<FeatureVector> late = vector.then("late", Dense.of(3));
    Node<FeatureVector> a = vector.then("a", Dense.of(3));
    Node<FeatureVector> b = a.then("b", Dense.of(3).activation(RELU));
    Node<FeatureVector> c = a.then("c", Dense.of(3));
    Node<FeatureVector> d = Add.of(c, b).named("layer");
    Node<FeatureVector> e = Concatenate.of(List.of(late, d, a)).named("e");
    return Functional.build("golden", vector, e.then("end", Dense.of(2)));
  }
}
