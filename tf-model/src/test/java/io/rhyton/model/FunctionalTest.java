package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import io.rhyton.model.weight.WeightSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionalTest {

  @Test
  void layersAreNamedAfterTheirTypes() {
    Node<Image> image = Functional.image(8, 8, 3);
    Node<Image> sum = Add.of(image.then(Conv2D.of(3, 1)), image.then(Conv2D.of(3, 1)));
    ModelSpec spec = Functional.build("m", image, sum.then(Flatten.of()));
    assertThat(spec.type()).isEqualTo(ModelType.FUNCTIONAL);
    assertThat(spec.layers())
        .extracting(LayerSpec::name)
        .containsExactly("input_layer", "conv2d", "conv2d_1", "add", "flatten");
    assertThat(spec.outputs()).containsExactly(LayerOutput.of("flatten"));
  }

  @Test
  void aSharedLayerIsOneLayerWithSeveralCalls() {
    Node<FeatureVector> left = Functional.vector("left", 3);
    Node<FeatureVector> right = Functional.vector("right", 3);
    Node<FeatureVector> first = left.then("twin", Dense.of(2));
    ModelSpec spec =
        Functional.build(
            "m", List.of(left, right), List.of(Concatenate.of(first, first.again(right))));
    LayerSpec twin = spec.layers().get(2);
    assertThat(twin.name()).isEqualTo("twin");
    assertThat(twin.calls())
        .containsExactly(
            LayerCall.on(LayerOutput.of("left")), LayerCall.on(LayerOutput.of("right")));
    assertThat(spec.resolve().weights())
        .extracting(WeightSpec::name)
        .containsExactly("twin/kernel", "twin/bias");
  }

  @Test
  void aNestedModelContributesItsWeightsAndOutputs() {
    Node<FeatureVector> in = Functional.vector(4);
    Node<FeatureVector> hidden = in.then(Dense.of(3));
    ModelSpec inner =
        Functional.build("inner", List.of(in), List.of(hidden, hidden.then(Dense.of(2))));
    Node<FeatureVector> outside = Functional.vector(4);
    Node<FeatureVector> first = NestedModel.vector(inner).on(outside).named("block");
    Node<FeatureVector> second = first.output(1, FeatureVector.class);
    ResolvedModel model = Functional.build("m", outside, Concatenate.of(first, second)).resolve();
    assertThat(model.weights())
        .extracting(WeightSpec::name)
        .containsExactly(
            "block/dense/kernel", "block/dense/bias", "block/dense_1/kernel", "block/dense_1/bias");
    assertThat(ShapeText.of(model.outputShape())).isEqualTo("[?, 5]");
  }

  @Test
  void anUnusedInputIsRejected() {
    Node<FeatureVector> used = Functional.vector("used", 3);
    Node<FeatureVector> unused = Functional.vector("unused", 3);
    Node<FeatureVector> aside = unused.then(Dense.of(2));
    assertThat(aside).isNotNull();
    assertThatThrownBy(
            () ->
                Functional.build("m", List.of(used, unused), List.of(used.then(Dense.of(1)), used)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected every input to be connected to an output, got [unused] that are"
                + " not. Remove them, or use them.");
  }

  @Test
  void anInputMayBeAnOutput() {
    Node<FeatureVector> in = Functional.vector(3);
    assertThat(Functional.build("m", in, in).layers()).hasSize(1);
  }

  @Test
  void modelsWithEqualGraphsAreEqual() {
    assertThat(skip()).isEqualTo(skip()).hasSameHashCodeAs(skip());
  }

  private static ModelSpec skip() {
    Node<FeatureVector> in = Functional.vector(3);
    return Functional.build("m", in, Add.of(in, in.then(Dense.of(3))));
  }

  @Test
  void thousandsOfLayersDoNotOverflowTheStack() {
    Node<FeatureVector> in = Functional.vector(2);
    Node<FeatureVector> end = in;
    for (int i = 0; i < 5_000; i++) {
      end = end.then("d" + i, Dense.of(2));
    }
    assertThat(Functional.build("deep", in, end).layers()).hasSize(5_001);
  }

  @Test
  void inputsOfDifferentSizesCannotBeAdded() {
    Node<FeatureVector> in = Functional.vector(3);
    Node<FeatureVector> sum = Add.of(in, in.then(Dense.of(2)));
    assertThatThrownBy(() -> Functional.build("m", in, sum))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'add' (Add): expected inputs of the same shape, got [[?, 3], [?, 2]]. Resize or"
                + " reshape them first.");
  }

  @Test
  void inputsOfDifferentSizesCannotBeConcatenated() {
    Node<Image> in = Functional.image(4, 4, 1);
    Node<Image> both = Concatenate.of(in, in.then(Conv2D.of(1, 3)));
    assertThatThrownBy(() -> Functional.build("m", in, both))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'concatenate' (Concatenate): expected inputs of the same shape except along axis"
                + " -1, got [[?, 4, 4, 1], [?, 2, 2, 1]]. Resize or reshape them first.");
  }

  @Test
  void theBatchAxisCannotBeConcatenated() {
    Node<FeatureVector> in = Functional.vector(3);
    Node<FeatureVector> both = Concatenate.of().axis(0).on(List.of(in, in));
    assertThatThrownBy(() -> Functional.build("m", in, both))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'concatenate' (Concatenate): expected an axis from 1 to 1 or from -1 to -1, "
                + "got 0. Axis 0 is the batch.");
  }

  @Test
  void aLayerSharedBetweenDifferentSizesIsRejected() {
    Node<FeatureVector> three = Functional.vector("three", 3);
    Node<FeatureVector> four = Functional.vector("four", 4);
    Node<FeatureVector> first = three.then("twin", Dense.of(2));
    Node<FeatureVector> both = Concatenate.of(first, first.again(four));
    assertThatThrownBy(() -> Functional.build("m", List.of(three, four), List.of(both)))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'twin': expected the same weights in every call: [kernel [3, 2], bias [2]], got"
                + " [kernel [4, 2], bias [2]]. Share a layer only between inputs of the same"
                + " size.");
  }

  @Test
  void aNestedModelRejectsMismatchedInputs() {
    ModelSpec inner = Sequential.vector(4).add(Dense.of(3)).build("inner");
    assertThatThrownBy(
            () -> Sequential.vector(5).add("block", NestedModel.vector(inner)).build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'block' (Sequential): expected inputs [[?, 4]], got [[?, 5]]. Pass inputs that"
                + " match its input layers.");
  }

  @Test
  void aNestedModelWithAnotherRankIsRejected() {
    ModelSpec inner = Sequential.vector(4).add(Dense.of(3)).build("inner");
    assertThatThrownBy(() -> NestedModel.image(inner))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'inner': expected its first output to be an image [batch, height, width,"
                + " channels], got [?, 3]. Use its actual rank.");
  }

  @Test
  void anOutputThatDependsOnAnotherInputIsRejected() {
    Node<FeatureVector> in = Functional.vector("in", 3);
    Node<FeatureVector> other = Functional.vector("other", 3);
    Node<FeatureVector> sum = Add.of(in, other);
    assertThatThrownBy(() -> Functional.build("m", in, sum))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected its inputs to be its input layers [in, other], got [in]. List each"
                + " input layer once.");
  }

  @Test
  void anUnknownOutputOfANestedModelIsRejected() {
    ModelSpec inner = Sequential.vector(3).add(Dense.of(3)).build("inner");
    Node<FeatureVector> in = Functional.vector(3);
    Node<FeatureVector> second =
        in.then("block", NestedModel.vector(inner)).output(1, FeatureVector.class);
    assertThatThrownBy(() -> Functional.build("m", in, second))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected an existing output of 'block', got block[0][1] of 1. Output"
                + " indices start at 0.");
  }
}
