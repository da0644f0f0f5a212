package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.InputLayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models built from layer specifications, as when reading files, without type checks by javac. */
class ModelSpecTest {
  private static final LayerSpec PIXELS = LayerSpec.of("pixels", InputLayer.image(8, 8, 3));

  @Test
  void aRankMismatchIsReportedWithItsLayer() {
    LayerSpec input = LayerSpec.of("in", InputLayer.vector(4));
    LayerSpec conv = LayerSpec.of("c", Conv2D.of(2, 3), "in");
    String expected = "input of rank 4 [batch, height, width, channels]";
    String fix = "Put it before Flatten and GlobalAveragePooling2D.";
    assertThatThrownBy(() -> functional(List.of(input, conv), List.of("in"), "c"))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'c' (Conv2D): expected " + expected + ", got [?, 4]. " + fix)
        .satisfies(
            e -> {
              SpecException error = (SpecException) e;
              assertThat(error.where()).isEqualTo("Layer 'c' (Conv2D)");
              assertThat(error.expected()).isEqualTo(expected);
              assertThat(error.received()).isEqualTo("[?, 4]");
              assertThat(error.fix()).isEqualTo(fix);
            });
  }

  @Test
  void aDenseLayerAcceptsAnyRankHere() {
    ModelSpec spec = model(List.of("pixels"), "d", LayerSpec.of("d", Dense.of(2), "pixels"));
    assertThat(spec.resolve().outputShape().asArray()).containsExactly(-1, 8, 8, 2);
    assertThat(spec.resolve().layer("d").parameterCount()).isEqualTo(8);
  }

  @Test
  void anInputFromAnUnknownLayerIsRejected() {
    assertThatThrownBy(() -> model(List.of("pixels"), "c", LayerSpec.of("c", Conv2D.of(2, 3), "x")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'c': expected inputs that are outputs of layers of the model, got x[0][0]. Use"
                + " outputs of layers of the model.");
  }

  @Test
  void tooManyInputsAreRejected() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels"), "c", LayerSpec.of("c", Conv2D.of(2, 3), "pixels", "pixels")))
        .isInstanceOf(SpecException.class)
        .hasMessage("Layer 'c' (Conv2D): expected one input, got 2 inputs. Pass exactly one.");
  }

  @Test
  void anOutputFromAnUnknownLayerIsRejected() {
    assertThatThrownBy(() -> model(List.of("pixels"), "y"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected at least one output of the layers [pixels], got [y[0][0]]. Use"
                + " outputs of layers of the model.");
  }

  @Test
  void anUnlistedInputIsRejected() {
    assertThatThrownBy(() -> model(List.of(), "pixels"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected its inputs to be its input layers [pixels], got []. List each"
                + " input layer once.");
  }

  @Test
  void anInputLayerInTheMiddleIsRejected() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels", "again"),
                    "again",
                    LayerSpec.of("again", InputLayer.vector(2), "pixels")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'again' (InputLayer): expected no input, got 1 inputs. "
                + "An input layer comes first.");
  }

  @Test
  void aCycleIsRejected() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels"),
                    "b",
                    LayerSpec.of("a", Conv2D.of(3, 1), "b"),
                    LayerSpec.of("b", Conv2D.of(3, 1), "a")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected an acyclic graph, got a cycle through 'b'. Call layers only on"
                + " outputs of earlier layers.");
  }

  @Test
  void aLayerNotConnectedToAnOutputIsRejected() {
    assertThatThrownBy(
            () ->
                model(
                    List.of("pixels"),
                    "a",
                    LayerSpec.of("a", Conv2D.of(3, 1), "pixels"),
                    LayerSpec.of("lost", Conv2D.of(3, 1), "pixels")))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected every layer to be connected to an output, got [lost] that are not."
                + " Remove them, or make them outputs.");
  }

  @Test
  void aSequentialModelIsAChain() {
    List<LayerSpec> layers = List.of(PIXELS, LayerSpec.of("a", Conv2D.of(3, 1), "a"));
    assertThatThrownBy(() -> ModelSpec.sequential("m", layers))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'm': expected each layer of a sequential model to be called on the previous one,"
                + " got layer 'a' called elsewhere. Use a functional model.");
  }

  @Test
  void aLayerWithoutACallIsRejected() {
    assertThatThrownBy(() -> new LayerSpec("a", Dense.of(1), true, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 'a' must have at least one call, got none");
  }

  private static ModelSpec functional(List<LayerSpec> layers, List<String> inputs, String output) {
    return new ModelSpec(
        "m", ModelType.FUNCTIONAL, layers, inputs, List.of(LayerOutput.of(output)));
  }

  private static ModelSpec model(List<String> inputs, String output, LayerSpec... others) {
    List<LayerSpec> nodes = new ArrayList<>(List.of(PIXELS));
    nodes.addAll(List.of(others));
    return functional(nodes, inputs, output);
  }

  @Test
  void shapesAreGivenForEveryInput() {
    ModelSpec model = Sequential.vector(2).add(Dense.of(1)).build("m");
    assertThatThrownBy(() -> model.resolve(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputShapes must be one for each of %s, got 0", model.inputs());
  }
}
