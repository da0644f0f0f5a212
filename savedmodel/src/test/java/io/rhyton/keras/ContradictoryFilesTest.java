package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.artifact.StagedFile;
import io.rhyton.hdf5.Hdf5Dataset;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.hdf5.Hdf5Writer;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

/** Files whose names and whose order tell different things; all shapes in them are equal. */
class ContradictoryFilesTest {
  private static final Dense LAYER = Dense.of(2).useBias(false);
  private static final ModelSpec INNER =
      Sequential.vector(2).add("one", LAYER).add("two", LAYER).add("three", LAYER).build("inner");
  private static final ModelSpec SPEC =
      Sequential.vector(2)
          .add("inner", NestedModel.vector(INNER))
          .add("head", LAYER)
          .build("outer");
  private static final CompileSpec COMPILE =
      CompileSpec.of(SGD.of(0.1).momentum(0.9), MeanSquaredError.of());
  private static final String DAMAGED = "The file is damaged, or of another model: save it again.";

  @TempDir private Path temporary;

  private final Hdf5Group root = Hdf5Group.root();

  private Path written(String name) {
    Path file = temporary.resolve(name);
    StagedFile.write("test file", file, channel -> Hdf5Writer.write(root, channel));
    return file;
  }

  /** Datasets in a group, each filled with its place in the list. */
  private static void add(Hdf5Group group, List<String> names, Shape shape) {
    group.attribute("weight_names", names);
    addDatasets(group, names, shape);
  }

  private static void addDatasets(Hdf5Group group, List<String> names, Shape shape) {
    for (int i = 0; i < names.size(); i++) {
      Hdf5Group parent = group;
      String[] path = names.get(i).split("/", -1);
      for (int depth = 0; depth < path.length - 1; depth++) {
        parent = parent.group(path[depth]);
      }
      float[] values = new float[(int) shape.size()];
      Arrays.fill(values, i);
      parent.dataset(
          path[path.length - 1], Hdf5Dataset.floats(shape, () -> FloatBuffer.wrap(values)));
    }
  }

  private Path weights(String... inner) {
    root.attribute("layer_names", List.of("inner", "head"));
    add(root.group("inner"), List.of(inner), Shape.of(2, 2));
    add(root.group("head"), List.of("head/kernel"), Shape.of(2, 2));
    return written("weights.h5");
  }

  private Path whole(String... inner) {
    root.attribute(
        "model_config", new String(ConfigWriter.write(SPEC, COMPILE), StandardCharsets.UTF_8));
    Hdf5Group weights =
        root.group("model_weights").attribute("layer_names", List.of("inner", "head"));
    add(weights.group("inner"), List.of(inner), Shape.of(2, 2));
    add(weights.group("head"), List.of("head/kernel"), Shape.of(2, 2));
    return written("model.h5");
  }

  private static void assertIsIn(Weights weights, String weight, float place) {
    assertThat(weights.values(weight)).containsOnly(place);
  }

  @Test
  void aModelWithSwappedWeightNamesIsRejected() {
    Path file = whole("two/kernel", "one/kernel", "three/kernel");

    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras file '%s': expected the weights of layer 'inner' in an order consistent with"
                + " their names, got two/kernel, one/kernel, three/kernel. %s",
            file, DAMAGED);
  }

  @Test
  void weightsInTheOrderOfOtherFrozenLayersAreMatchedByName() {
    // As with 'one' frozen.
    Weights weights =
        KerasWeights.read(SPEC, weights("two/kernel:0", "three/kernel:0", "one/kernel:0"));

    assertIsIn(weights, "inner/two/kernel", 0);
    assertIsIn(weights, "inner/three/kernel", 1);
    assertIsIn(weights, "inner/one/kernel", 2);
  }

  @Test
  void weightsInAnOrderThatNoVersionOfKerasWritesAreRejected() {
    Path file = weights("three/kernel", "two/kernel", "one/kernel");

    assertThatThrownBy(() -> KerasWeights.read(SPEC, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras weights '%s': expected the weights of layer 'inner' in an order consistent with"
                + " their names, got three/kernel, two/kernel, one/kernel. %s",
            file, DAMAGED);
  }

  @Test
  void weightsWithMisplacedNamesAreRejected() {
    Path file = weights("two/kernel", "first/kernel", "last/kernel");

    assertThatThrownBy(() -> KerasWeights.read(SPEC, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("got two/kernel, first/kernel, last/kernel. " + DAMAGED);
  }

  @Test
  void weightsWithUnknownNamesAreMatchedByPosition() {
    Weights weights = KerasWeights.read(SPEC, weights("a/kernel", "b/kernel", "c/kernel"));

    assertIsIn(weights, "inner/one/kernel", 0);
    assertIsIn(weights, "inner/two/kernel", 1);
    assertIsIn(weights, "inner/three/kernel", 2);
  }

  @Test
  void ambiguousWeightsAreRejected() {
    Path file = weights("a/kernel", "b/kernel", "c/kernel");

    assertThatThrownBy(() -> KerasWeights.read(SPEC.freeze("inner/one"), file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras weights '%s': expected names that identify the weights of layer 'inner', got"
                + " a/kernel, b/kernel, c/kernel. Name the layers as in the file, or load it before"
                + " layers are frozen.",
            file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"norm", "another"})
  void variablesOfALayerInAnotherOrderAreRejected(String layer) {
    ModelSpec spec = Sequential.vector(2).add("norm", BatchNormalization.of()).build("small");
    root.attribute("layer_names", List.of(layer));
    List<String> names = List.of("n/beta", "n/gamma", "n/moving_mean", "n/moving_variance");
    add(root.group(layer), names, Shape.of(2));
    Path file = written("weights.h5");

    assertThatThrownBy(() -> KerasWeights.read(spec, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("expected the weights of layer 'norm' in an order consistent with");
  }

  @Test
  void layersInAnotherOrderAreRejectedByPositionAndMatchedByName() {
    ModelSpec spec = Sequential.vector(2).add("a", LAYER).add("b", LAYER).build("small");
    root.attribute("layer_names", List.of("b", "a"));
    add(root.group("a"), List.of("a/kernel"), Shape.of(2, 2));
    add(root.group("b"), List.of("b/kernel"), Shape.of(2, 2));
    Path file = written("weights.h5");

    assertThatThrownBy(() -> KerasWeights.read(spec, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "Keras weights '%s': expected layer 'a' after 0 others with weights, got 'b'. The same"
                + " layers are in another order: match them by name.",
            file);
    try (Model model = Model.compile(spec, Adam.of(), MeanSquaredError.of())) {
      assertThat(KerasWeights.load(model, file, WeightMatching.byName()).layers())
          .containsExactly("a", "b");
    }
  }

  /** A MultiHeadAttention that Keras quantized says so in its weights only. */
  @Test
  void integersBesidesTheWeightsAreThoseOfAQuantizedLayer() {
    ModelSpec spec = Sequential.vector(2).add("a", LAYER).build("small");
    Hdf5Group layer = root.group("layers").group("dense").group("vars");
    layer.dataset("0", Hdf5Dataset.int64(1));
    layer.dataset("1", Hdf5Dataset.floats(Shape.of(2), () -> FloatBuffer.allocate(2)));
    Path file = written("model.weights.h5");

    assertThatThrownBy(() -> KerasWeights.read(spec, file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(
            "expected 1 weights of layer 'a' in layers/dense/vars, got 2, some of them integers of a"
                + " quantized layer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b, a", "x, a"})
  void groupsWithSwappedNamesAreRejected(String names) {
    ModelSpec spec = Sequential.vector(2).add("a", LAYER).add("b", LAYER).build("small");
    List<String> each = List.of(names.split(", "));
    for (int i = 0; i < 2; i++) {
      Hdf5Group layer = root.group("layers").group(i == 0 ? "dense" : "dense_1").group("vars");
      layer.attribute("name", each.get(i));
      layer.dataset("0", Hdf5Dataset.floats(Shape.of(2, 2), () -> FloatBuffer.allocate(4)));
    }
    Path file = written("model.weights.h5");

    if (each.contains("x")) {
      // Names that Keras counted on in another model.
      assertThat(KerasWeights.read(spec, file).names()).containsExactly("a/kernel", "b/kernel");
    } else {
      assertThatThrownBy(() -> KerasWeights.read(spec, file))
          .isInstanceOf(ArtifactException.class)
          .hasMessageContaining("expected layer 'a' after 0 others with weights, got 'b'.");
    }
  }

  private Path trained(String... optimizer) {
    Hdf5Group state = root.group("optimizer_weights");
    List<String> names = List.of(optimizer);
    addDatasets(state, names.subList(1, names.size()), Shape.of(2, 2));
    state.attribute("weight_names", names);
    state.group(names.get(0).split("/", -1)[0]).dataset("iteration", Hdf5Dataset.int64(3));
    return whole("one/kernel", "two/kernel", "three/kernel");
  }

  @Test
  void optimizerVariablesInAnotherOrderAreRejected() {
    Path file =
        trained(
            "sgd/iteration",
            "sgd/two_kernel_momentum",
            "sgd/one_kernel_momentum",
            "sgd/three_kernel_momentum",
            "sgd/head_kernel_momentum");

    assertThatThrownBy(() -> KerasFile.read(file))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(
            "expected the optimizer's variables in the order of the weights, got"
                + " sgd/two_kernel_momentum");
  }

  @ParameterizedTest
  @CsvSource({
    "sgd, three, true",
    "mine, three, true",
    "sgd, four, false",
    "lion, three, false",
    "adam_1, three, false",
  })
  void variablesOfOtherWeightsOrAnotherOptimizerAreNotRead(
      String optimizer, String third, boolean isRead) {
    Path file =
        trained(
            optimizer + "/iteration",
            optimizer + "/one_kernel_momentum",
            optimizer + "/two_kernel_momentum",
            optimizer + "/" + third + "_kernel_momentum",
            optimizer + "/head_kernel_momentum");

    assertThat(KerasFile.read(file).optimizerState().isPresent()).isEqualTo(isRead);
  }

  @Test
  void aStateWithAnExtraKindOfVariablesIsNotRead() {
    String[] names =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    i == 0
                        ? "mine/iteration"
                        : "mine/%s_kernel_%s"
                            .formatted(
                                List.of("one", "two", "three", "head").get((i - 1) / 2),
                                i % 2 == 0 ? "velocity" : "momentum"))
            .toArray(String[]::new);

    assertThat(KerasFile.read(trained(names)).optimizerState()).isEmpty();
  }

  @Test
  void theStateOfAnOptimizerWithAsManySlotsIsNotLoaded() {
    Path file = temporary.resolve("model.weights.h5");
    Optimizer adam = Adam.of();
    try (Model model = Model.compile(SPEC, adam, MeanSquaredError.of());
        Model same = Model.compile(SPEC, adam, MeanSquaredError.of());
        Model other = Model.compile(SPEC, RMSprop.of(0.1).momentum(0.9), MeanSquaredError.of())) {
      KerasWeights.write(model, file);

      assertThat(KerasWeights.load(same, file).optimizerState()).isTrue();
      assertThat(KerasWeights.load(other, file).optimizerState()).isFalse();
    }
  }

  @Test
  void anOrderThatDependsOnTheVersionIsNotGuessedWithoutOne() {
    Optimizer optimizer = SGD.of(0.1).momentum(0.9).useEma(true).gradientAccumulationSteps(2);
    Path file = temporary.resolve("model.weights.h5");
    try (Model model = Model.compile(SPEC, optimizer, MeanSquaredError.of());
        Model same = Model.compile(SPEC, optimizer, MeanSquaredError.of())) {
      KerasWeights.write(model, file);
      assertThat(KerasWeights.load(same, file).optimizerState()).isTrue();
      assertThat(same.optimizerState()).isEqualTo(model.optimizerState());

      Hdf5Group variables = root.group("optimizer").group("vars");
      variables.dataset("0", Hdf5Dataset.int64(3));
      variables.dataset("1", Hdf5Dataset.float32(0.1f));
      for (int i = 0; i < 12; i++) {
        variables.dataset(
            Integer.toString(i + 2),
            Hdf5Dataset.floats(Shape.of(2, 2), () -> FloatBuffer.allocate(4)));
      }
      for (String group :
          List.of(
              "sequential/layers/dense",
              "sequential/layers/dense_1",
              "sequential/layers/dense_2",
              "dense")) {
        Hdf5Group layer = root.group("layers");
        for (String part : group.split("/", -1)) {
          layer = layer.group(part);
        }
        layer
            .group("vars")
            .dataset("0", Hdf5Dataset.floats(Shape.of(2, 2), () -> FloatBuffer.allocate(4)));
      }
      assertThat(KerasWeights.load(same, written("old.weights.h5")).optimizerState()).isFalse();
    }
  }
}
