package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.shape.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of models, for instance without their heads, and models built on them. */
class ModelPartTest {
  private static final ModelSpec CHAIN =
      Sequential.image(4, 4, 1)
          .add(Conv2D.of(2, 3))
          .add(Flatten.of())
          .add(Dense.of(5))
          .add(Dense.of(2))
          .build("chain")
          .freeze("conv2d");

  private static ModelSpec branches() {
    Node<Image> image = Functional.image("image", 4, 4, 1);
    Node<Image> other = Functional.image("other", 4, 4, 1);
    Node<Image> edges = image.then("edges", Conv2D.of(1, 1));
    Node<Image> sum = Add.of(edges, edges.then("more", Conv2D.of(1, 1))).named("sum");
    Node<Image> twin = edges.again(other);
    Node<FeatureVector> end =
        Concatenate.of(sum.then(GlobalMaxPooling2D.of()), twin.then(GlobalMaxPooling2D.of()));
    return Functional.build("branches", List.of(image, other), List.of(end)).freeze("edges");
  }

  private static List<String> names(ModelSpec model) {
    return model.layers().stream().map(LayerSpec::name).toList();
  }

  @Test
  void aChainIsTruncatedAfterALayer() {
    ModelSpec body = CHAIN.upTo("flatten");
    assertThat(names(body)).containsExactly("input_layer", "conv2d", "flatten");
    assertThat(body.type()).isEqualTo(ModelType.SEQUENTIAL);
    assertThat(body.layer("conv2d").trainable()).isFalse();
    assertThat(CHAIN.upTo("dense_1")).isEqualTo(CHAIN);
  }

  @Test
  void aTruncatedChainCanBeExtended() {
    ModelSpec spec =
        Sequential.from(CHAIN.upTo("flatten"), FeatureVector.class)
            .add("kind", Dense.of(3))
            .build("new");
    assertThat(names(spec)).containsExactly("input_layer", "conv2d", "flatten", "kind");
    assertThat(spec.layer("conv2d")).isEqualTo(CHAIN.layer("conv2d"));
  }

  @Test
  void aFunctionalChainCanBeExtendedAsASequentialModel() {
    Node<Image> image = Functional.image(4, 4, 1);
    ModelSpec chain = Functional.build("m", image, image.then(Conv2D.of(2, 3)));
    ModelSpec spec = Sequential.from(chain, Image.class).add(Flatten.of()).build("new");
    assertThat(spec.type()).isEqualTo(ModelType.SEQUENTIAL);
    assertThat(names(spec)).containsExactly("input_layer", "conv2d", "flatten");
  }

  @Test
  void aGraphIsReducedToWhatALayerDependsOn() {
    ModelSpec body = branches().upTo("sum");
    assertThat(names(body)).containsExactly("image", "edges", "more", "sum");
    assertThat(body.inputs()).containsExactly("image");
    assertThat(body.layer("edges").calls()).hasSize(1);
    assertThat(body.layer("edges").trainable()).isFalse();
    assertThat(body.layer("more").trainable()).isTrue();
  }

  @Test
  void aGraphCanBeExtendedFromAnyTensor() {
    ModelNodes old = ModelNodes.of(branches());
    Node<FeatureVector> head =
        old.output("sum", Image.class).then(Flatten.of()).then("kind", Dense.of(3));
    ModelSpec spec = Functional.build("new", old.inputs().get(0), head);
    assertThat(names(spec)).containsExactly("image", "edges", "more", "sum", "flatten", "kind");
    assertThat(spec.layer("edges").trainable()).isFalse();

    Node<Image> second = old.output(new LayerOutput("edges", 1, 0), Image.class);
    ModelSpec twin = Functional.build("twin", old.inputs().get(1), second);
    assertThat(names(twin)).containsExactly("other", "edges");
  }

  @Test
  void upToTheLastLayerIsTheWholeGraph() {
    ModelSpec model = branches();
    ModelNodes nodes = ModelNodes.of(model);
    Node<FeatureVector> end = nodes.output("concatenate", FeatureVector.class);
    assertThat(Functional.build("branches", nodes.inputs(), List.of(end))).isEqualTo(model);
    assertThat(model.upTo("concatenate")).isEqualTo(model);
  }

  @Test
  void furtherOutputsOfANestedModelAreAccessible() {
    Node<FeatureVector> in = Functional.vector(4);
    Node<FeatureVector> hidden = in.then(Dense.of(3));
    ModelSpec inner =
        Functional.build("inner", List.of(in), List.of(hidden, hidden.then(Dense.of(2))));
    Node<FeatureVector> outside = Functional.vector(4);
    Node<FeatureVector> first = NestedModel.vector(inner).on(outside).named("block");
    ModelNodes nodes = ModelNodes.of(Functional.build("m", outside, first));
    Node<FeatureVector> second = nodes.output(new LayerOutput("block", 0, 1), FeatureVector.class);
    assertThat(Functional.build("n", nodes.input(), second).outputs())
        .containsExactly(new LayerOutput("block", 0, 1));
  }

  @Test
  void anUnknownLayerIsRejected() {
    assertThatThrownBy(() -> CHAIN.upTo("flat"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "model 'chain' has no layer named 'flat'; the closest names are [flatten, dense,"
                + " conv2d]");
    assertThatThrownBy(() -> branches().upTo("summ"))
        .hasMessageStartingWith(
            "model 'branches' has no layer named 'summ'; the closest names are [sum");
    ModelNodes nodes = ModelNodes.of(branches());
    assertThatThrownBy(() -> nodes.output(new LayerOutput("sum", 1, 0), Image.class))
        .hasMessage("model 'branches' has no tensor sum[1][0]");
  }

  @Test
  void aSharedLayerHasNoSingleOutput() {
    String message =
        "layer 'edges' is called 2 times; select one with new LayerOutput(\"edges\", call, 0)";
    assertThatThrownBy(() -> branches().upTo("edges"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> ModelNodes.of(branches()).output("edges", Image.class))
        .hasMessage(message);
    assertThatThrownBy(() -> ModelNodes.of(branches()).input())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("model 'branches' has several inputs, [image, other]; use inputs()");
  }

  @Test
  void aWrongRankIsRejected() {
    assertThatThrownBy(() -> Sequential.from(CHAIN.upTo("flatten"), Image.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'chain': expected its output to be an image [batch, height, width, channels],"
                + " got [?, 8]. Use its actual rank.");
    assertThatThrownBy(() -> ModelNodes.of(CHAIN).output("conv2d", Sequence.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'conv2d': expected its output to be a sequence [batch, steps, features], got [?,"
                + " 2, 2, 2]. Use its actual rank.");
    assertThatThrownBy(() -> Sequential.from(CHAIN, Rank.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rank must be Image, Sequence or FeatureVector, got Rank");
  }

  @Test
  void aBranchingModelIsExtendedAsAFunctionalModel() {
    ModelSpec body = branches().upTo("sum");
    ModelSpec spec =
        Sequential.from(body, Image.class).add(Flatten.of()).add("kind", Dense.of(3)).build("new");
    assertThat(spec.type()).isEqualTo(ModelType.FUNCTIONAL);
    assertThat(names(spec)).containsExactly("image", "edges", "more", "sum", "flatten", "kind");
    assertThat(spec.layer("edges")).isEqualTo(body.layer("edges"));
    ModelNodes nodes = ModelNodes.of(body);
    Node<FeatureVector> flat = nodes.output(Image.class).then(Flatten.of());
    assertThat(Functional.build("new", nodes.input(), flat.then("kind", Dense.of(3))))
        .isEqualTo(spec);
    assertThat(names(Sequential.from(branches(), FeatureVector.class).add(Dense.of(1)).build("m")))
        .contains("image", "other", "concatenate", "dense");
  }

  @Test
  void aModelWithSeveralOutputsIsNotExtended() {
    ModelNodes nodes = ModelNodes.of(branches());
    Node<Image> sum = nodes.output("sum", Image.class);
    Node<Image> more = nodes.output("more", Image.class);
    ModelSpec two = Functional.build("two", List.of(nodes.inputs().get(0)), List.of(sum, more));
    assertThatThrownBy(() -> Sequential.from(two, Image.class))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'two': expected one output, got 2, [sum[0][0], more[0][0]]. Select one with"
                + " ModelNodes.");
    assertThatThrownBy(() -> ModelNodes.of(two).output(Image.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "model 'two' has several outputs, [sum[0][0], more[0][0]]; name the layer of one");
  }

  @Test
  void aHeadOnAnotherInputIsRejected() {
    ModelNodes old = ModelNodes.of(branches());
    Node<Image> second = old.output(new LayerOutput("edges", 1, 0), Image.class);
    assertThatThrownBy(() -> Functional.build("m", old.inputs().get(0), second))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("expected its inputs to be its input layers");
  }
}
