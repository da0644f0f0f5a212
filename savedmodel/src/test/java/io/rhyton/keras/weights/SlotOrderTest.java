package io.rhyton.keras.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.artifact.StagedFile;
import io.rhyton.data.Dataset;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.keras.weights.ModelContent.OptimizerContent;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizer states that Keras 3.9 and 3.10 store in different orders. */
class SlotOrderTest {
  /** Two kernels of the same shape, so that shapes do not distinguish averages from sums. */
  private static final ModelSpec SPEC =
      Sequential.vector(3)
          .add("a", Dense.of(3).useBias(false))
          .add("b", Dense.of(3).useBias(false))
          .build("square");

  private static final Optimizer AVERAGED_SUMS =
      SGD.of(0.1).momentum(0.9).useEma(true).gradientAccumulationSteps(3);

  @TempDir private Path temporary;

  @Test
  void oldVersionsStoreAveragesAndSumsPerWeight() {
    assertThat(names(AVERAGED_SUMS, SlotOrder.BY_KIND))
        .containsExactly(
            "a/kernel/average",
            "b/kernel/average",
            "a/kernel/gradient_accumulator",
            "b/kernel/gradient_accumulator",
            "a/kernel/momentum",
            "b/kernel/momentum");
    assertThat(names(AVERAGED_SUMS, SlotOrder.BY_WEIGHT))
        .containsExactly(
            "a/kernel/average",
            "a/kernel/gradient_accumulator",
            "b/kernel/average",
            "b/kernel/gradient_accumulator",
            "a/kernel/momentum",
            "b/kernel/momentum");
  }

  @Test
  void oldVersionsStoreTheProductOfNadamFirst() {
    assertThat(names(Nadam.of(), SlotOrder.BY_WEIGHT))
        .containsExactly(
            "optimizer/u_product",
            "a/kernel/momentum",
            "a/kernel/velocity",
            "b/kernel/momentum",
            "b/kernel/velocity");
  }

  private static List<String> names(Optimizer optimizer, SlotOrder order) {
    List<OptimizerSlot> slots = OptimizerSlot.of(SPEC.resolve(), optimizer);
    return order.of(slots).stream().map(OptimizerSlot::name).toList();
  }

  @Test
  void otherOptimizersHaveOneOrder() {
    assertThat(areOne(Adam.of().amsgrad(true).useEma(true))).isTrue();
    assertThat(areOne(Adam.of().gradientAccumulationSteps(2))).isTrue();
    assertThat(areOne(AVERAGED_SUMS)).isFalse();
    assertThat(areOne(Nadam.of())).isFalse();
  }

  private static boolean areOne(Optimizer optimizer) {
    return SlotOrder.areOne(OptimizerSlot.of(SPEC.resolve(), optimizer));
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.3, BY_WEIGHT",
    "3.9.2, BY_WEIGHT",
    "3.9, BY_WEIGHT",
    "3.10.0, BY_KIND",
    "3.15.1, BY_KIND",
    "2.12.0, BY_KIND",
    "'', BY_KIND"
  })
  void theVersionDeterminesTheOrder(String version, SlotOrder first) {
    assertThat(SlotOrder.likelyFirst(version).get(0)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.3.3", "3.9.2", "3.10.0", "3.15.1"})
  void theStateIsReadFromFilesOfEveryVersion(String version) {
    for (Optimizer optimizer : List.of(Adam.of(), Nadam.of(), AVERAGED_SUMS)) {
      Path file = temporary.resolve("model.keras");
      OptimizerState state = write(optimizer, version, file);

      assertThat(KerasFile.read(file).optimizerState()).contains(state);
    }
  }

  /** Writes a model after some steps in the order of a version of Keras. */
  private static OptimizerState write(Optimizer optimizer, String version, Path file) {
    try (Model model = Model.compile(SPEC, optimizer, MeanSquaredError.of())) {
      float[][] rows = {{1, 2, 3}, {-1, 0, 1}};
      for (int step = 0; step < 2; step++) {
        model.trainOnBatch(Dataset.vectors(rows, rows));
      }
      OptimizerState state = model.optimizerState();
      Weights weights = model.weights();
      OptimizerContent content =
          new OptimizerContent(
              state.iteration(),
              state.learningRate(),
              names(optimizer, SlotOrder.likelyFirst(version).get(0)),
              state.slots()::shape,
              state.slots()::buffer);
      byte[] config = ConfigWriter.write(SPEC, model.compileSpec());
      StagedFile.write(
          KerasFile.KIND,
          file,
          channel ->
              KerasArchive.write(
                  channel,
                  version,
                  config,
                  WeightsFile.tree(
                      new ModelContent(SPEC, model.compileSpec(), weights::buffer, content))));
      return state;
    }
  }

  @Test
  void aFileNamesTheOldestVersionThatReadsItsState() {
    assertThat(versionOf(Adam.of())).isEqualTo("3.3.0");
    assertThat(versionOf(Nadam.of())).isEqualTo("3.10.0");
    assertThat(versionOf(AVERAGED_SUMS)).isEqualTo("3.10.0");
  }

  private String versionOf(Optimizer optimizer) {
    Path file = temporary.resolve("model.keras");
    try (Model model = Model.compile(SPEC, optimizer, MeanSquaredError.of())) {
      KerasFile.write(model, file);
    }
    return KerasFile.read(file).kerasVersion().orElseThrow();
  }
}
