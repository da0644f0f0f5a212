package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arithmetic on nodes: operations, which are layers of a functional model. */
class ArithmeticTest {

  @Test
  void operationsAreNamedAsInKeras() {
    Node<FeatureVector> x = Functional.vector(3);
    Node<FeatureVector> y = x.times(2).plus(x.dividedBy(4)).negated().exponentOf(2).times(x);
    assertThat(Functional.build("m", x, y).layers())
        .extracting(LayerSpec::name)
        .containsExactly(
            "input_layer", "multiply", "true_divide", "add", "negative", "power", "multiply_1");
  }

  @Test
  void operandOrderOnlyMattersForNonCommutativeOperators() {
    assertThat(NumberArithmetic.of(Operator.MULTIPLY, 2).numberFirst(true))
        .isEqualTo(NumberArithmetic.of(Operator.MULTIPLY, 2));
    assertThat(NumberArithmetic.of(Operator.SUBTRACT, 2).numberFirst(true))
        .isNotEqualTo(NumberArithmetic.of(Operator.SUBTRACT, 2));
  }

  @Test
  void sizesOfOneAreBroadcast() {
    Node<Image> image = Functional.image(4, 5, 6);
    Node<Image> gate = image.then(GlobalAveragePooling2D.of().keepdims(true));
    ResolvedModel model =
        Functional.build("m", List.of(image), List.of(gate.times(image), image.minus(gate)))
            .resolve();
    assertThat(model.outputShapes()).extracting(ShapeText::of).containsOnly("[?, 4, 5, 6]");
  }

  @Test
  void mismatchedSizesAreRejected() {
    Node<FeatureVector> x = Functional.vector(3);
    Node<FeatureVector> sum = x.then(Dense.of(2)).plus(x);
    assertThatThrownBy(() -> Functional.build("m", x, sum))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'add' (Add): expected inputs of the same shape, got [[?, 2], [?, 3]]. Resize or"
                + " reshape them first.");
  }

  @Test
  void differentRanksAreRejected() {
    List<LayerSpec> layers =
        List.of(
            LayerSpec.of("image", InputLayer.image(4, 5, 6)),
            LayerSpec.of("mean", GlobalAveragePooling2D.of(), "image"),
            LayerSpec.of("gated", Arithmetic.of(Operator.MULTIPLY), "image", "mean"));
    assertThatThrownBy(
            () ->
                new ModelSpec(
                    "m",
                    ModelType.FUNCTIONAL,
                    layers,
                    List.of("image"),
                    List.of(LayerOutput.of("gated"))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'gated' (Multiply): expected inputs of the same rank, got [[?, 4, 5, 6], [?,"
                + " 6]]. Reshape them to the same rank.");
  }

  @Test
  void aSequentialModelCannotContainOperations() {
    Sequential<FeatureVector> model =
        Sequential.vector(3).add("half", NumberArithmetic.of(Operator.DIVIDE, 2));
    assertThatThrownBy(() -> model.build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected layers in a sequential model, got the operation 'half'. Use a"
                + " functional model.");
  }
}
