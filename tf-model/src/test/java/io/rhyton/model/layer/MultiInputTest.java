package io.rhyton.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.Node;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.ShapeText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;

/** The shapes that merging layers accept. */
class MultiInputTest {

  @Test
  void nodesOfTheSameRankAreMerged() {
    Node<FeatureVector> x = Functional.vector("x", 3);
    Node<FeatureVector> y = Functional.vector("y", 3);
    Node<FeatureVector> merged =
        Maximum.of(List.of(Average.of(x, y), Multiply.of(x, y), Minimum.of(x, Subtract.of(y, x))));
    ModelSpec model =
        Functional.build("merged", List.of(x, y), List.of(merged, Dot.of(1).on(List.of(x, y))));
    assertThat(model.resolve().outputShapes().stream().map(ShapeText::of))
        .containsExactly("[?, 3]", "[?, 1]");
  }

  @Test
  void sizesOfOneAndMissingAxesAreBroadcast() {
    assertThat(output(Average.of(), Shape.of(4, 1), Shape.of(1, 3))).isEqualTo("[?, 4, 3]");
    assertThat(output(Multiply.of(), Shape.of(3), Shape.of(4, 5, 3))).isEqualTo("[?, 4, 5, 3]");
    assertThat(output(Subtract.of(), Shape.of(4, 5, 3), Shape.of(5, 1))).isEqualTo("[?, 4, 5, 3]");
  }

  @Test
  void aDotProductKeepsTheOtherAxes() {
    assertThat(output(Dot.of(2), Shape.of(4, 3), Shape.of(5, 3))).isEqualTo("[?, 4, 5]");
    assertThat(output(Dot.of(2, 1), Shape.of(4, 3), Shape.of(3))).isEqualTo("[?, 4]");
    assertThat(output(Dot.of(-1, -2), Shape.of(2, 4, 3), Shape.of(3, 5))).isEqualTo("[?, 2, 4, 5]");
  }

  @Test
  void mismatchedShapesAreRejected() {
    assertRejected(
        Maximum.of(),
        "(Maximum): expected inputs of the same shape, got [[?, 4, 3], [?, 4]]. Resize or reshape"
            + " them first.",
        Shape.of(4, 3),
        Shape.of(4));
    assertRejected(
        Subtract.of(),
        "(Subtract): expected two inputs, got 3. Pass exactly two.",
        Shape.of(1),
        Shape.of(1),
        Shape.of(1));
    assertRejected(
        Dot.of(1),
        "(Dot): expected inputs of the same size along the axes [1], got [[?, 3], [?, 4]]. Use axes"
            + " of the same size.",
        Shape.of(3),
        Shape.of(4));
    assertRejected(
        Dot.of(2),
        "(Dot): expected inputs that have the axes [2] after the batch, got [[?, 3], [?, 4, 3]]."
            + " Use axes that both inputs have.",
        Shape.of(3),
        Shape.of(4, 3));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 0"})
  void theBatchAxisCannotBeSummedOver(int first, int second) {
    assertThatThrownBy(() -> Dot.of(first, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "axes must contain one or two axes other than the batch, 0, got [%s, %s]",
            first, second);
  }

  private static void assertRejected(Layer layer, String message, Shape... samples) {
    assertThatThrownBy(() -> output(layer, samples))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'layer' " + message);
  }

  private static String output(Layer layer, Shape... samples) {
    List<LayerSpec> layers = new ArrayList<>();
    List<String> inputs = new ArrayList<>();
    for (Shape sample : samples) {
      inputs.add("input_" + inputs.size());
      layers.add(LayerSpec.of(inputs.get(inputs.size() - 1), InputLayer.of(sample)));
    }
    layers.add(LayerSpec.of("layer", layer, inputs.toArray(String[]::new)));
    ModelSpec model =
        new ModelSpec(
            "model", ModelType.FUNCTIONAL, layers, inputs, List.of(LayerOutput.of("layer")));
    return ShapeText.of(model.resolve().outputShape());
  }
}
