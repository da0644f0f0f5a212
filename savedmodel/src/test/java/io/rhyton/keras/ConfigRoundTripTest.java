package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.keras.model.KerasDialect;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.model.Functional;
import io.rhyton.model.LayerSpec;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ModelType;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.shape.FeatureVector;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that is written is read as the same model. */
class ConfigRoundTripTest {
  private static final int CASES = 300;
  private static final int DRAWN = 1500;

  static LongStream seeds() {
    return LongStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void modelsSurviveARoundTrip(long seed) {
    ModelSpec model = RandomModels.draw(seed);
    CompileSpec compile = model.outputs().size() == 1 ? RandomCompileSpecs.draw(seed) : null;
    ParsedConfig read = read(ConfigWriter.write(model, compile));
    assertThat(read.model()).isEqualTo(model);
    assertThat(read.notCompiled()).isEmpty();
    assertThat(read.compile()).isEqualTo(compile);
    assertThat(read.dialect()).isEqualTo(KerasDialect.KERAS_3);
  }

  @Test
  void randomModelsContainEveryLayerInEachTypeOfModelThatCanHaveIt() {
    Set<String> drawn = new HashSet<>();
    LongStream.range(0, DRAWN)
        .mapToObj(RandomModels::draw)
        .forEach(model -> addLayers(model, drawn));
    assertThat(
            SealedTypes.records(Layer.class)
                .flatMap(ConfigRoundTripTest::possibleModels)
                .filter(layer -> !drawn.contains(layer)))
        .as("layers in no model; draw them in RandomModels, or in a class that it draws from")
        .isEmpty();
  }

  /** Sequential models have no layers with several inputs, and no operations on tensors. */
  private static Stream<String> possibleModels(Class<?> layer) {
    if (layer == NestedModel.class) {
      return Stream.of("Functional in FUNCTIONAL", "Sequential in FUNCTIONAL");
    }
    boolean isSequential =
        !MultiInput.class.isAssignableFrom(layer) && !Operation.class.isAssignableFrom(layer);
    ModelType type = isSequential ? ModelType.SEQUENTIAL : ModelType.FUNCTIONAL;
    return Stream.of(layer.getSimpleName() + " in " + type);
  }

  private static void addLayers(ModelSpec model, Set<String> drawn) {
    for (LayerSpec layer : model.layers()) {
      String type = layer.layer().getClass().getSimpleName();
      if (layer.layer() instanceof NestedModel<?> nested) {
        type = layer.layer().typeName();
        addLayers(nested.model(), drawn);
      }
      drawn.add(type + " in " + model.type());
    }
  }

  @Test
  void aNestedModelHasTheNameOfItsLayer() {
    ModelSpec inner = Sequential.vector(3).add(Dense.of(2)).build("other");
    ModelSpec outer =
        GoldenModels.chain(
            "outer",
            GoldenModels.input("features", InputLayer.vector(3)),
            LayerSpec.of("inner", new NestedModel<>(inner), "features"));
    NestedModel<?> read =
        (NestedModel<?>) read(ConfigWriter.write(outer, null)).model().layers().get(1).layer();
    assertThat(read.model().name()).isEqualTo("inner");
    assertThat(read.model().layers()).isEqualTo(inner.layers());
    assertThat(read.model().type()).isEqualTo(ModelType.SEQUENTIAL);
  }

  @Test
  void freezingANestedModelIsWrittenOnEachLayerAndCanBeUndone() {
    ModelSpec inner = Sequential.vector(3).add(Dense.of(2)).add(Dense.of(2)).build("inner");
    ModelSpec outer =
        GoldenModels.chain(
                "outer",
                GoldenModels.input("features", InputLayer.vector(3)),
                LayerSpec.of("inner", new NestedModel<>(inner), "features"))
            .freeze("inner");
    byte[] text = ConfigWriter.write(outer, null);
    assertThat(GoldenConfigs.tree(text).findValuesAsText("trainable"))
        .containsExactly("true", "false", "false", "false");
    assertThat(read(text).model()).isEqualTo(outer);
    // In Keras the flag of the layer decides, whatever that of its model.
    String learning =
        new String(text, StandardCharsets.UTF_8)
            .replace(
                "\"name\":\"dense_1\",\"trainable\":false",
                "\"name\":\"dense_1\",\"trainable\":true");
    assertThat(read(learning.getBytes(StandardCharsets.UTF_8)).model())
        .isEqualTo(
            GoldenModels.chain(
                "outer",
                GoldenModels.input("features", InputLayer.vector(3)),
                LayerSpec.of("inner", new NestedModel<>(inner.freeze("dense")), "features")));
  }

  @Test
  void theFlagOfAFunctionalModelFreezesItsLayers() {
    Node<FeatureVector> input = Functional.vector(3);
    Node<FeatureVector> output = input.then(Dense.of(2)).then(Dense.of(1));
    ModelSpec model = Functional.build("frozen", input, output);
    assertThat(readFrozen(model)).isEqualTo(model.freeze("dense", "dense_1"));
  }

  @Test
  void theFlagOfASequentialModelIsIgnoredAsInKeras() {
    ModelSpec model = Sequential.vector(3).add(Dense.of(2)).add(Dense.of(1)).build("chain");
    assertThat(readFrozen(model)).isEqualTo(model);
  }

  private static ModelSpec readFrozen(ModelSpec model) {
    String text =
        new String(ConfigWriter.write(model, null), StandardCharsets.UTF_8)
            .replaceFirst("\"trainable\":true", "\"trainable\":false");
    return read(text.getBytes(StandardCharsets.UTF_8)).model();
  }

  private static ParsedConfig read(byte[] text) {
    return ConfigReader.read(GoldenConfigs.SOURCE, "config.json", text);
  }
}
