package io.rhyton.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.Functional;
import io.rhyton.model.Node;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompileSpecTest {
  private static final ResolvedModel MODEL = model();
  private static final MeanSquaredError LOSS = MeanSquaredError.of();

  private static ResolvedModel model() {
    Node<FeatureVector> vector = Functional.vector("vector", 3);
    Node<FeatureVector> left = vector.then("left", Dense.of(2));
    Node<FeatureVector> right = vector.then("right", Dense.of(1));
    return Functional.build("two", List.of(vector), List.of(left, right)).resolve();
  }

  @Test
  void aCommonLossAppliesToEveryOutput() {
    CompileSpec compile = CompileSpec.of(SGD.of(), LOSS, Accuracy.of());
    assertThat(compile.objectives(MODEL))
        .containsExactly(Objective.of(LOSS, Accuracy.of()), Objective.of(LOSS, Accuracy.of()));
  }

  @Test
  void namedObjectivesFollowTheOrderOfTheOutputs() {
    CompileSpec compile =
        CompileSpec.of(SGD.of())
            .loss("right", BinaryCrossentropy.of())
            .lossWeight("left", 0.5)
            .metrics("left", Accuracy.of())
            .loss("left", LOSS);
    assertThat(compile.objectives(MODEL))
        .containsExactly(
            Objective.of(LOSS, Accuracy.of()).lossWeight(0.5),
            Objective.of(BinaryCrossentropy.of()));
  }

  @Test
  void anOutputMayHaveNoLoss() {
    CompileSpec compile = CompileSpec.of(SGD.of()).loss("left", LOSS).noLoss("right");
    assertThat(compile.objectives(MODEL)).containsExactly(Objective.of(LOSS), Objective.none());
  }

  @Test
  void theOrderOfNamesDoesNotMatter() {
    assertThat(CompileSpec.of(SGD.of()).loss("left", LOSS).noLoss("right"))
        .isEqualTo(CompileSpec.of(SGD.of()).noLoss("right").loss("left", LOSS));
  }

  @Test
  void anUnknownOutputIsReported() {
    assertThatThrownBy(
            () -> CompileSpec.of(SGD.of()).loss("left", LOSS).loss("rigth", LOSS).objectives(MODEL))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Losses of model 'two': expected one per output, [left, right], got losses for [left,"
                + " rigth]. Set a loss for every output, or noLoss for outputs that are not"
                + " trained.");
  }

  @Test
  void aMissingOutputIsReported() {
    assertThatThrownBy(() -> CompileSpec.of(SGD.of()).loss("left", LOSS).objectives(MODEL))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith(
            "Losses of model 'two': expected one per output, [left, right], got losses for [left]."
                + " ");
    assertThatThrownBy(() -> CompileSpec.of(SGD.of()).objectives(MODEL))
        .hasMessageContaining("[left, right], got none. ");
  }

  @Test
  void aSpecWithoutAnyLossIsRejected() {
    assertThatThrownBy(
            () -> CompileSpec.of(SGD.of()).noLoss("left").noLoss("right").objectives(MODEL))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Losses of model 'two': expected at least one, got none for [left, right]. Set a loss"
                + " for at least one output.");
  }

  @Test
  void commonAndNamedLossesTogetherAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompileSpec.of(SGD.of(), LOSS).lossWeight("left", 2))
        .withMessage(
            "set either one loss for all outputs or one per output, got both; outputs [left]");
  }

  @Test
  void aCommonLossCannotHaveAWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CompileSpec(SGD.of(), Objective.of(LOSS).lossWeight(2), Map.of()))
        .withMessageStartingWith("common must have a loss and a loss weight of 1, got Objective[")
        .withMessageEndingWith("; set loss weights per output");
  }

  @Test
  void aNonFiniteLossWeightIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompileSpec.of(SGD.of()).lossWeight("left", Double.NaN))
        .withMessage("lossWeight must be finite, got NaN");
  }

  @Test
  void duplicateMetricsAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompileSpec.of(SGD.of(), LOSS, Accuracy.of(), Accuracy.of()))
        .withMessage("metric 'accuracy' is listed twice");
  }
}
