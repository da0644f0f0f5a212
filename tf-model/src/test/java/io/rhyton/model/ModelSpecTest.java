package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.InputLayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models from nodes: the door that files come through, where javac has checked nothing. */
class ModelSpecTest {
  private static final LayerNode PIXELS =
      new LayerNode("pixels", InputLayer.image(8, 8, 3), List.of());

  @Test
  void aRankThatDoesNotFitIsRefusedWithItsLayer() {
    assertThatThrownBy(
            () -> model(List.of("pixels"), "d", new LayerNode("d", Dense.of(2), List.of("pixels"))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'd' (Dense): expected input of rank 2 [batch, features], got [?, 8, 8, 3]. "
                + "Add Flatten or GlobalAveragePooling2D before it.")
        .satisfies(
            e -> {
              SpecException error = (SpecException) e;
              assertThat(error.where()).isEqualTo("Layer 'd' (Dense)");
              assertThat(error.expected()).isEqualTo("input of rank 2 [batch, features]");
              assertThat(error.received()).isEqualTo("[?, 8, 8, 3]");
              assertThat(error.fix()).isEqualTo("Add Flatten or GlobalAveragePooling2D before it.");
            });
  }

  @Test
  void aVectorForAConvolutionIsRefusedWithItsLayer() {
    LayerNode input = new LayerNode("in", InputLayer.vector(4), List.of());
    LayerNode conv = new LayerNode("c", Conv2D.of(2, 3), List.of("in"));
    assertThatThrownBy(() -> new ModelSpec("m", List.of(input, conv), List.of("in"), List.of("c")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'c' (Conv2D): expected input of rank 4 [batch, height, width, channels], "
                + "got [?, 4]. Put it before Flatten and GlobalAveragePooling2D.");
  }

  @Test
  void aLayerBeforeItsInputIsRefused() {
    assertThatThrownBy(
            () -> model(List.of("pixels"), "c", new LayerNode("c", Conv2D.of(2, 3), List.of("x"))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'c': expected inputs that come before it, got 'x'. "
                + "List each layer after those that it reads.");
  }

  @Test
  void aLayerWithTwoInputsIsRefusedIfItTakesOne() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels"),
                    "c",
                    new LayerNode("c", Conv2D.of(2, 3), List.of("pixels", "pixels"))))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'c' (Conv2D): expected one input, got 2 inputs. Give it exactly one.");
  }

  @Test
  void anOutputThatIsNoLayerIsRefused() {
    assertThatThrownBy(() -> model(List.of("pixels"), "y"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected one output or more from [pixels], got [y]. "
                + "Name a layer of the model.");
  }

  @Test
  void anInputThatIsNotNamedIsRefused() {
    assertThatThrownBy(() -> model(List.of(), "pixels"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected its inputs to be its input layers [pixels], got []. "
                + "Name each input layer once.");
  }

  @Test
  void anInputLayerInTheMiddleIsRefused() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels", "again"),
                    "again",
                    new LayerNode("again", InputLayer.vector(2), List.of("pixels"))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'again' (InputLayer): expected no input, got 1 inputs. "
                + "An input layer comes first.");
  }

  private static ModelSpec model(List<String> inputs, String output, LayerNode... others) {
    List<LayerNode> nodes = new ArrayList<>(List.of(PIXELS));
    nodes.addAll(List.of(others));
    return new ModelSpec("m", nodes, inputs, List.of(output));
  }
}
