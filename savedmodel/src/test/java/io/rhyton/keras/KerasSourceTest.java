package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.codegen.KerasSource;
import io.rhyton.model.LayerCall;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** The printed code compiles, and builds the model that it was printed from. */
class KerasSourceTest {
  private static final String VERSION = "keras-3.3.3";

  @Test
  void aSequentialModelIsPrintedWithItsNonDefaultOptions() {
    assertThat(
            KerasSource.print(
                "Options", GoldenModels.model("options", VERSION), compileSpec("options")))
        .isEqualTo(GoldenConfigs.text("Options.txt"));
  }

  @Test
  void aFunctionalModelIsPrintedWithAVariablePerCall() {
    assertThat(KerasSource.print("Graph", GoldenModels.model("functional", VERSION)))
        .isEqualTo(GoldenConfigs.text("Graph.txt"));
  }

  @Test
  void theCodeOfManyModelsBuildsEqualModels() {
    Map<String, String> sources = new HashMap<>();
    Map<String, Object> models = new HashMap<>();
    Map<String, Object> compileSpecs = new HashMap<>();
    for (int seed = 0; seed < 30; seed++) {
      ModelSpec model = RandomModels.draw(seed);
      CompileSpec compile = RandomCompileSpecs.draw(seed);
      sources.put("Model" + seed, KerasSource.print("Model" + seed, model, compile));
      models.put("Model" + seed, model);
      compileSpecs.put("Model" + seed, compile);
    }
    for (String name : List.of("defaults", "functional", "model_first", "options", "single")) {
      ModelSpec model = GoldenModels.model(name, VERSION);
      sources.put(name, KerasSource.print(name, model, compileSpec("options")));
      models.put(name, model);
      compileSpecs.put(name, compileSpec("options"));
    }
    assertThat(SourceCompilation.results(sources, "spec"))
        .containsExactlyInAnyOrderEntriesOf(models);
    assertThat(SourceCompilation.results(sources, "compileSpec"))
        .containsExactlyInAnyOrderEntriesOf(compileSpecs);
  }

  @Test
  void lossesByNameArePrintedByName() {
    CompileSpec compile =
        CompileSpec.of(Adam.of(0.01))
            .loss("kind", SparseCategoricalCrossentropy.of())
            .metrics("kind", Accuracy.of())
            .noLoss("seen")
            .loss("size", MeanSquaredError.of())
            .lossWeight("size", 0.5);
    String text = KerasSource.print("ByName", GoldenModels.model("functional", VERSION), compile);
    assertThat(text)
        .contains(
            """
                return CompileSpec.of(Adam.of(0.01))
                    .loss("kind", SparseCategoricalCrossentropy.of())
                    .metrics("kind", Accuracy.of())
                    .noLoss("seen")
                    .loss("size", MeanSquaredError.of())
                    .lossWeight("size", 0.5);
            """);
    assertThat(SourceCompilation.results(Map.of("ByName", text), "compileSpec"))
        .containsExactly(Map.entry("ByName", compile));
  }

  @Test
  void everyLineFits() {
    for (int seed = 0; seed < 60; seed++) {
      assertThat(KerasSource.print("Model", RandomModels.draw(seed)).lines())
          .allMatch(line -> line.length() <= 100 && line.equals(line.stripTrailing()));
    }
  }

  @Test
  void defaultNamesOfKerasAreOmitted() {
    ModelSpec model = Sequential.vector(3).add(Dense.of(2)).add(Dense.of(1)).build("small");
    assertThat(KerasSource.print("Small", model))
        .isEqualTo(
            """
            import io.rhyton.model.ModelSpec;
            import io.rhyton.model.Sequential;
            import io.rhyton.model.layer.Dense;

            /** The model 'small'. */
            final class Small {

              static ModelSpec spec() {
                return Sequential.vector(3).add(Dense.of(2)).add(Dense.of(1)).build("small");
              }
            }
            """);
  }

  @Test
  void aModelOfAnUnsupportedRankIsPrintedWithItsConstructor() {
    ModelSpec model =
        GoldenModels.chain(
            "signal",
            GoldenModels.input("signal", InputLayer.of(Shape.of(5, 3, 2, 1))),
            LayerSpec.of("scaled", Rescaling.of(0.5), "signal").trainable(false));
    String text = KerasSource.print("Signal", model);
    assertThat(text)
        .contains(
            """
                return new ModelSpec(
                    "signal",
                    SEQUENTIAL,
                    List.of(
                        LayerSpec.of("signal", InputLayer.of(Shape.of(5, 3, 2, 1))),
                        LayerSpec.of("scaled", Rescaling.of(0.5), "signal").trainable(false)),
                    List.of("signal"),
                    List.of(LayerOutput.of("scaled")));
            """);
    assertThat(SourceCompilation.results(Map.of("Signal", text), "spec"))
        .isEqualTo(Map.of("Signal", model));
  }

  @Test
  void aLayerThatWouldNotCompileIsPrintedWithItsConstructor() {
    ModelSpec model =
        GoldenModels.chain(
            "steps",
            GoldenModels.input("steps", InputLayer.sequence(5, 3)),
            LayerSpec.of("dense", Dense.of(2), "steps"));
    String text = KerasSource.print("Steps", model);
    assertThat(text).contains("LayerSpec.of(\"steps\", InputLayer.sequence(5, 3)),");
    assertThat(SourceCompilation.results(Map.of("Steps", text), "spec"))
        .isEqualTo(Map.of("Steps", model));
  }

  @Test
  void callsInAnotherOrderThanTheBuildersArePreserved() {
    LayerCall first = LayerCall.on(LayerOutput.of("left"));
    LayerCall second = LayerCall.on(LayerOutput.of("right"));
    ModelSpec model =
        GoldenModels.graph(
            "order",
            List.of("left", "right"),
            List.of(new LayerOutput("shared", 1, 0), LayerOutput.of("shared")),
            GoldenModels.input("left", InputLayer.vector(3)),
            GoldenModels.input("right", InputLayer.vector(3)),
            GoldenModels.called("shared", Dense.of(2), first, second));
    String text = KerasSource.print("Order", model);
    assertThat(text).contains("new LayerOutput(\"shared\", 1, 0)");
    assertThat(SourceCompilation.results(Map.of("Order", text), "spec"))
        .isEqualTo(Map.of("Order", model));
  }

  @Test
  void anUnusedInputOfAFileIsPrintedWithTheConstructor() {
    ModelSpec model =
        GoldenModels.graph(
            "spare",
            List.of("used", "spare"),
            List.of(LayerOutput.of("dense")),
            GoldenModels.input("used", InputLayer.vector(3)),
            GoldenModels.input("spare", InputLayer.vector(2)),
            LayerSpec.of("dense", Dense.of(1), "used"));
    String text = KerasSource.print("Spare", model);
    assertThat(text).contains("new ModelSpec(");
    assertThat(SourceCompilation.results(Map.of("Spare", text), "spec"))
        .isEqualTo(Map.of("Spare", model));
  }

  @Test
  void theOutputsOfANestedModelAreDistinguished() {
    ModelSpec pair =
        GoldenModels.graph(
            "pair",
            List.of("image"),
            List.of(LayerOutput.of("flatten"), LayerOutput.of("scaled")),
            GoldenModels.input("image", InputLayer.image(2, 2, 1)),
            LayerSpec.of("scaled", Rescaling.of(2), "image"),
            LayerSpec.of("flatten", Flatten.of(), "image"));
    ModelSpec model =
        GoldenModels.graph(
            "outer",
            List.of("image"),
            List.of(new LayerOutput("pair", 0, 1)),
            GoldenModels.input("image", InputLayer.image(2, 2, 1)),
            LayerSpec.of("pair", new NestedModel<>(pair), "image"));
    String text = KerasSource.print("Outer", model);
    assertThat(text).contains("build(\"outer\", image, pair.output(1, Image.class))");
    assertThat(SourceCompilation.results(Map.of("Outer", text), "spec"))
        .isEqualTo(Map.of("Outer", model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "class", "a.b", "1a", "Dense"})
  void anInvalidClassNameIsRejected(String name) {
    ModelSpec model = Sequential.vector(3).add(Dense.of(2)).build("small");
    assertThatThrownBy(() -> KerasSource.print(name, model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "className must be a valid class name that the program does not use, got '"
                + name
                + "'");
  }

  private static CompileSpec compileSpec(String name) {
    CompileSpec compile = GoldenModels.compileSpec(name);
    if (compile == null) {
      throw new IllegalStateException(name);
    }
    return compile;
  }
}
