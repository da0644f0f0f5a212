package io.rhyton.keras;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.artifact.ArtifactException;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loading weights of one model into another. */
class KerasWeightsTest {
  private static final LegacyCase CHAIN = new LegacyCase("keras-3.15.1", "chain");
  private static final LegacyCase NESTED = new LegacyCase("keras-3.15.1", "nested");
  private static final String FIX =
      "The weights belong to another model; use WeightMatching to load those that match.";

  @TempDir private Path temporary;

  /** Returns the model of the files, with another number of classes and the same layer names. */
  private static ModelSpec chain(String head, int classes) {
    return Sequential.image(5, 5, 2)
        .add("conv", Conv2D.of(2, 3).activation(RELU))
        .add("norm", BatchNormalization.of())
        .add("flatten", Flatten.of())
        .add(head, Dense.of(classes))
        .build("mine");
  }

  /** Returns the nested model of the files, with another name for one of the inner layers. */
  private static ModelSpec nested(String inner, int units) {
    ModelSpec block =
        Sequential.vector(4)
            .add(inner, Dense.of(units))
            .add("norm", BatchNormalization.of())
            .add("outer", Dense.of(4))
            .build("block");
    Node<FeatureVector> features = Functional.vector("features", 3);
    Node<FeatureVector> first = features.then("first", Dense.of(4));
    Node<FeatureVector> both = Add.of(first, first.then("block", NestedModel.vector(block)));
    return Functional.build("mine", features, both.then("last", Dense.of(2)));
  }

  @MustBeClosed
  private static Model compiled(ModelSpec spec) {
    return Model.compile(spec, Adam.of(), MeanSquaredError.of());
  }

  private static void assertNothingIsLoaded(
      ModelSpec spec, Path file, WeightMatching matching, String message) {
    try (Model model = compiled(spec)) {
      Weights weights = model.weights();
      OptimizerState state = model.optimizerState();

      assertThatThrownBy(() -> KerasWeights.load(model, file, matching))
          .isInstanceOf(ArtifactException.class)
          .hasMessage("Keras weights '%s': %s", file, message);

      assertThat(model.weights()).isEqualTo(weights);
      assertThat(model.optimizerState()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scores, .weights.h5, dense/vars/0",
    "other, .keras, dense/vars/0",
  })
  void aLayerOfAnotherShapeIsReported(String head, String ending, String dataset) {
    assertNothingIsLoaded(
        chain(head, 4),
        CHAIN.file(ending),
        WeightMatching.byPosition(),
        "expected weight '"
            + head
            + "/kernel' in layers/"
            + dataset
            + " of shape [18, 4], got [18, 3]. "
            + FIX);
  }

  @Test
  void aLayerOfAnotherShapeInALegacyFileIsReported() {
    assertNothingIsLoaded(
        chain("scores", 4),
        CHAIN.file(".h5"),
        WeightMatching.byPosition(),
        "expected weight 'scores/kernel' in model_weights/scores/chain/scores/kernel of shape"
            + " [18, 4], got [18, 3]. "
            + FIX);
  }

  @Test
  void aWrongNumberOfWeightsIsReported() {
    ModelSpec spec =
        Sequential.image(5, 5, 2)
            .add("conv", Conv2D.of(2, 3).useBias(false))
            .add("norm", BatchNormalization.of())
            .add("flatten", Flatten.of())
            .add("scores", Dense.of(3))
            .build("mine");

    assertNothingIsLoaded(
        spec,
        CHAIN.file(".weights.h5"),
        WeightMatching.byPosition(),
        "expected 1 weights of layer 'conv' in layers/conv2d/vars, got 2. " + FIX);
    assertNothingIsLoaded(
        spec,
        CHAIN.file(".h5"),
        WeightMatching.byName(),
        "expected 1 weights of layer 'conv' in model_weights/conv, got 2. " + FIX);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLegacyFileWithAnotherNumberOfLayersIsRejected(boolean skips) {
    ModelSpec spec = Sequential.vector(3).add("first", Dense.of(4)).build("mine");
    assertNothingIsLoaded(
        spec,
        NESTED.file("-weights-only.h5"),
        new WeightMatching(false, skips),
        "expected 1 layers with weights, got 3. The weights belong to another model; match them"
            + " by name to load those that fit.");
  }

  @Test
  void matchingByNameInAFileWithoutNamesIsRejected() {
    assertNothingIsLoaded(
        chain("scores", 3),
        new LegacyCase("keras-3.3.3", "chain").file(".weights.h5"),
        WeightMatching.byName(),
        "expected layers with names, got none."
            + " The version of Keras that wrote the file stored no names: load the file"
            + " by position.");
  }

  @ParameterizedTest
  @CsvSource({
    ".weights.h5, layers/dense/vars/0",
    ".keras, layers/dense/vars/0",
    ".h5, model_weights/scores/chain/scores/kernel",
  })
  void aMismatchedLayerIsSkipped(String ending, String place) {
    Weights stored = KerasFile.read(CHAIN.file(".keras")).weights().orElseThrow();
    for (boolean byName : new boolean[] {false, true}) {
      try (Model model = compiled(chain("scores", 4))) {
        Weights before = model.weights();
        OptimizerState state = model.optimizerState();

        LoadedWeights loaded =
            KerasWeights.load(model, CHAIN.file(ending), new WeightMatching(byName, true));

        assertThat(loaded.layers()).containsExactly("conv", "norm");
        assertThat(loaded.skipped())
            .isEqualTo(
                Map.of(
                    "scores",
                    "expected weight 'scores/kernel' in "
                        + place
                        + " of shape [18, 4], got [18, 3]"));
        assertThat(loaded.optimizerState()).isFalse();
        Weights after = model.weights();
        assertThat(after.values("conv/kernel")).isEqualTo(stored.values("conv/kernel"));
        assertThat(after.values("norm/moving_variance"))
            .isEqualTo(stored.values("norm/moving_variance"));
        assertThat(after.values("scores/kernel")).isEqualTo(before.values("scores/kernel"));
        assertThat(model.optimizerState()).isEqualTo(state);
      }
    }
  }

  @Test
  void aLayerMissingFromTheFileIsSkipped() {
    Weights stored = KerasFile.read(NESTED.file(".keras")).weights().orElseThrow();
    try (Model model = compiled(nested("renamed", 4))) {
      LoadedWeights loaded =
          KerasWeights.load(model, NESTED.file(".weights.h5"), WeightMatching.byName());

      assertThat(loaded.layers()).containsExactly("first", "block/norm", "block/outer", "last");
      assertThat(loaded.skipped())
          .isEqualTo(
              Map.of(
                  "block/renamed",
                  "expected 2 weights of layer 'block/renamed', got no layer of that name"));
      assertThat(model.weights().values("block/outer/kernel"))
          .isEqualTo(stored.values("block/outer/kernel"));
    }
  }

  @Test
  void aNestedModelIsOneLayerOfALegacyFile() {
    try (Model model = compiled(nested("inner", 3))) {
      LoadedWeights loaded =
          KerasWeights.load(
              model, NESTED.file("-weights-only.h5"), WeightMatching.byName().skipMismatch(true));

      assertThat(loaded.layers()).containsExactly("first", "last");
      assertThat(loaded.skipped())
          .isEqualTo(
              Map.of(
                  "block",
                  "expected weight 'block/inner/kernel' in block/block/inner/kernel of shape"
                      + " [4, 3], got [4, 4]"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".weights.h5", "-weights-only.h5", ".h5"})
  void layersInAnotherOrderAreMatchedByName(String ending) {
    Weights stored = KerasFile.read(NESTED.file(".keras")).weights().orElseThrow();
    ModelSpec spec = Sequential.vector(4).add("last", Dense.of(2)).build("mine");
    try (Model model = compiled(spec)) {
      LoadedWeights loaded = KerasWeights.load(model, NESTED.file(ending), WeightMatching.byName());

      assertThat(loaded.layers()).containsExactly("last");
      assertThat(model.weights().values("last/kernel")).isEqualTo(stored.values("last/kernel"));
      assertThat(loaded.optimizerState()).isFalse();
    }
  }

  @Test
  void layersWrittenByRhytonAreMatchedByName() {
    KerasExample example = KerasExample.NESTED;
    Path file = temporary.resolve("model.weights.h5");
    try (Model model = example.compiled();
        Model other = compiled(example.spec())) {
      KerasWeights.write(model, file);

      LoadedWeights loaded = KerasWeights.load(other, file, WeightMatching.byName());

      assertThat(loaded.layers()).contains("dense", "block/bend", "chain/shrink");
      assertThat(other.weights()).isEqualTo(model.weights());
    }
  }

  @Test
  void theStateOfAnotherOptimizerIsNotLoaded() {
    try (Model model = compiled(nested("inner", 4))) {
      OptimizerState before = model.optimizerState();

      LoadedWeights loaded = KerasWeights.load(model, NESTED.file(".weights.h5"));

      assertThat(loaded.layers()).hasSize(5);
      assertThat(loaded.optimizerState()).isFalse();
      assertThat(model.optimizerState()).isEqualTo(before);
    }
  }
}
