package io.rhyton.inference;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.Shape;

/** Predictors of models that are not compiled. */
class PredictorTest {
  private static final ModelSpec VECTORS =
      Sequential.vector(3)
          .add(Dense.of(4).activation(RELU))
          .add(BatchNormalization.of())
          .add(Dense.of(2))
          .build("vectors");

  @Test
  void predictionsEqualThoseOfTheCompiledModel() {
    float[] sample = {0.5f, -1, 2};
    try (Model model = Model.compile(VECTORS, SGD.of(), MeanSquaredError.of());
        Predictor predictor = Model.predictor(VECTORS, model.weights())) {
      assertThat(predictor.predict(sample)).isEqualTo(model.predict(sample));
    }
  }

  @Test
  void textHasTheShapes() {
    ModelSpec spec = Sequential.vector(1).add(Activation.of(RELU)).build("m");
    Object closed;
    try (Predictor predictor = Model.predictor(spec, Weights.builder().build())) {
      assertThat(predictor).hasToString("Model 'm': [?, 1] -> [?, 1]");
      closed = predictor;
    }
    assertThat(closed).hasToString("Model 'm': [?, 1] -> [?, 1], closed");
    Node<FeatureVector> vector = Functional.vector("vector", 2);
    ModelSpec same = Functional.build("same", List.of(vector), List.of(vector, vector));
    try (Predictor twice = Model.predictor(same, Weights.builder().build())) {
      assertThat(twice).hasToString("Model 'same': [?, 2] -> 'vector' [?, 2], 'vector_1' [?, 2]");
    }
    try (Model model = Model.compile(VECTORS, SGD.of(), MeanSquaredError.of())) {
      assertThat(model).hasToString("Model 'vectors': [?, 3] -> [?, 2], 42 parameters");
    }
  }

  @Test
  void nestedArraysArePredictedLikeTheirValues() {
    try (Model model = Model.compile(VECTORS, SGD.of(), MeanSquaredError.of())) {
      float[] expected = model.predict(new float[] {3, -1, 2});
      for (FloatNdArray output :
          List.of(
              model.predict(new float[][] {{0, 0, 0}, {3, -1, 2}}),
              model.predict(new double[][] {{0, 0, 0}, {3, -1, 2}}),
              model.predict(new int[][] {{0, 0, 0}, {3, -1, 2}}))) {
        assertThat(output.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(output.getFloat(1, 0)).isEqualTo(expected[0], within(1e-6f));
      }
      assertThatThrownBy(() -> model.predict(new float[][] {{1, 2}}))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Model 'vectors': expected samples of [3], got [2]."
                  + " Resize the data, or build the model for its shape.");
    }
  }

  @Test
  void aSingleImageOrSequenceIsABatchOfOne() {
    ModelSpec image = Sequential.image(1, 2, 1).add(Flatten.of()).build("image");
    ModelSpec sequence = Sequential.sequence(2, 1).add(Flatten.of()).build("sequence");
    try (Predictor images = Model.predictor(image, Weights.builder().build());
        Predictor sequences = Model.predictor(sequence, Weights.builder().build())) {
      float[][] one = {{4}, {5}};
      float[][][] two = {one, {{6}, {7}}};
      assertThat(sequences.predict(one).shape()).isEqualTo(Shape.of(1, 2));
      assertThat(sequences.predict(two).getFloat(1, 1)).isEqualTo(7);
      assertThat(images.predict(new float[][][] {one}).getFloat(0, 1)).isEqualTo(5);
      assertThat(images.predict(new float[][][][] {{one}, {one}}).shape())
          .isEqualTo(Shape.of(2, 2));
    }
  }

  @Test
  void theOutputCanBeAnImage() {
    ModelSpec spec =
        Sequential.image(2, 2, 1).add("c", Conv2D.of(1, 1).useBias(false)).build("image");
    Weights twice =
        Weights.builder().add("c/kernel", Shape.of(1, 1, 1, 1), new float[] {2}).build();
    try (Predictor predictor = Model.predictor(spec, twice)) {
      assertThat(predictor.predict(new float[] {1, 2, 3, 4})).containsExactly(2, 4, 6, 8);
    }
  }

  @Test
  void aMissingWeightIsRejectedWithoutALeak() {
    long before = Pointer.totalCount();
    assertThatThrownBy(() -> open(VECTORS))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Weight 'dense/kernel': expected [3, 4], got no weight of that name. Pass the weights"
                + " of this model.");
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  private static void open(ModelSpec spec) {
    try (Predictor predictor = Model.predictor(spec, Weights.builder().build())) {
      assertThat(predictor).isNull();
    }
  }

  @Test
  void anInputCanBeAnOutputTwice() {
    Node<FeatureVector> vector = Functional.vector("vector", 2);
    ModelSpec spec = Functional.build("same", List.of(vector), List.of(vector, vector));
    try (Predictor predictor = Model.predictor(spec, Weights.builder().build())) {
      Map<String, FloatNdArray> outputs =
          predictor.predictAll(Dataset.vectors(new float[][] {{1, 2}, {3, 4}}));
      assertThat(outputs.keySet()).containsExactly("vector", "vector_1");
      assertThat(outputs.values())
          .allMatch(output -> output.getFloat(1, 0) == 3 && output.getFloat(1, 1) == 4);
    }
  }
}
