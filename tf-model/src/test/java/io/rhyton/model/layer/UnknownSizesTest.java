package io.rhyton.model.layer;

import static io.rhyton.model.shape.Padding.SAME;
import static io.rhyton.model.shape.Sizes.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.ShapeText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** Shapes of models that take images or sequences of any size. */
class UnknownSizesTest {

  private static String output(ModelSpec spec) {
    return ShapeText.of(spec.resolve().outputShape());
  }

  @Test
  void knownSizesAreInferredAndOthersStayUnknown() {
    assertThat(output(Sequential.image(ANY, 20, 3).add(Conv2D.of(8, 3).strides(2)).build("m")))
        .isEqualTo("[?, ?, 9, 8]");
    assertThat(output(Sequential.image(ANY, ANY, 3).add(ZeroPadding2D.of(1)).build("m")))
        .isEqualTo("[?, ?, ?, 3]");
    assertThat(output(Sequential.image(ANY, ANY, 3).add(Resizing.of(8, 9)).build("m")))
        .isEqualTo("[?, 8, 9, 3]");
    assertThat(output(Sequential.sequence(ANY, 4).add(GlobalMaxPooling1D.of()).build("m")))
        .isEqualTo("[?, 4]");
    assertThat(output(Sequential.indices(ANY).add(Embedding.of(10, 4)).build("m")))
        .isEqualTo("[?, ?, 4]");
  }

  @Test
  void theSummaryShowsNoneAsInKeras() {
    assertThat(Sequential.image(ANY, ANY, 3).add(MaxPooling2D.of(2)).build("m").summary())
        .contains("(None, None, None, 3)");
  }

  @Test
  void aKnownInputSizeDeterminesTheSizesOfTheOthers() {
    Node<Image> any = Functional.image("any", ANY, ANY, 3);
    Node<Image> known = Functional.image("known", 8, ANY, 3);
    assertThat(output(Functional.build("m", List.of(any, known), List.of(Add.of(any, known)))))
        .isEqualTo("[?, 8, ?, 3]");
    assertThat(
            output(Functional.build("m", List.of(any, known), List.of(Concatenate.of(any, known)))))
        .isEqualTo("[?, 8, ?, 6]");
  }

  @Test
  void aNestedModelOfAnySizeHasTheSizeOfItsInput() {
    ModelSpec body = Sequential.image(ANY, ANY, 3).add(Conv2D.of(4, 3).padding(SAME)).build("body");
    ModelSpec model =
        Sequential.image(6, 5, 3)
            .add(NestedModel.image(body))
            .add(Flatten.of())
            .add(Dense.of(2))
            .build("m");
    assertThat(model.resolve().layer("dense").weights().get(0).shape())
        .isEqualTo(Shape.of(6 * 5 * 4, 2));
  }

  @Test
  void aModelIsResolvedForAGivenSize() {
    ModelSpec model = Sequential.image(ANY, ANY, 3).add(MaxPooling2D.of(2)).build("m");
    assertThat(ShapeText.of(model.resolve(List.of(Shape.of(-1, 9, 8, 3))).outputShape()))
        .isEqualTo("[?, 4, 4, 3]");
  }

  @Test
  void aLayerWhoseWeightsNeedAKnownSizeIsRejectedByName() {
    assertThatThrownBy(
            () ->
                Sequential.image(ANY, ANY, 3)
                    .add(Flatten.of())
                    .add("scores", Dense.of(2))
                    .build("m"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'scores' (Dense): expected input of known size for its kernel, got [[?, ?]]. Set"
                + " the size of the input layer, or use a layer that accepts any size, such as"
                + " global pooling instead of Flatten.");
    assertThatThrownBy(
            () -> Sequential.image(ANY, 4, 3).add(LayerNormalization.of().axis(1)).build("m"))
        .hasMessageStartingWith(
            "Layer 'layer_normalization' (LayerNormalization): expected input of known size for its"
                + " gamma, got [[?, ?, 4, 3]].");
  }

  @Test
  void aRecurrentLayerNeedsTheNumberOfTimesteps() {
    assertThatThrownBy(() -> Sequential.sequence(ANY, 4).add(LSTM.of(2)).build("m"))
        .hasMessage(
            "Layer 'lstm' (LSTM): expected a known number of timesteps, got [?, ?, 4]. Set the"
                + " size of the input layer.");
  }

  @Test
  void modelsOfAnySizeAreEqualIfTheirLayersAreEqual() {
    assertThat(Sequential.image(ANY, ANY, 3).add(MaxPooling2D.of(2)).build("m"))
        .isEqualTo(Sequential.image(ANY, ANY, 3).add(MaxPooling2D.of(2)).build("m"))
        .isNotEqualTo(Sequential.image(ANY, 8, 3).add(MaxPooling2D.of(2)).build("m"));
  }

  @Test
  void aNegativeSizeOtherThanAnyIsRejected() {
    assertThatThrownBy(() -> InputLayer.image(-2, ANY, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("input sizes must be > 0 or Sizes.ANY, got [-2, ?, 3]");
  }
}
