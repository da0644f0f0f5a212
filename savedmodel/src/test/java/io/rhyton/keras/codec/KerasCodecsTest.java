package io.rhyton.keras.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.keras.SealedTypes;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Operation;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every type has a codec; a new one fails here, by name, until it has. */
class KerasCodecsTest {

  @Test
  void everyLayerHasACodec() {
    // Models and operations are written by separate classes.
    assertNothingMissing(
        Layer.class,
        KerasCodecs.LAYERS,
        type -> type == NestedModel.class || Operation.class.isAssignableFrom(type));
  }

  @Test
  void everyInitializerHasACodec() {
    // Two have no class in Keras: they are options of layers.
    assertNothingMissing(
        Initializer.class,
        KerasCodecs.INITIALIZERS,
        type -> type == FanAxes.class || type == UnitForgetBias.class);
  }

  @Test
  void everyRegularizerHasACodec() {
    assertNothingMissing(Regularizer.class, KerasCodecs.REGULARIZERS, type -> false);
  }

  @Test
  void everyConstraintHasACodec() {
    assertNothingMissing(Constraint.class, KerasCodecs.CONSTRAINTS, type -> false);
  }

  @Test
  void everyOptimizerHasACodec() {
    assertNothingMissing(Optimizer.class, KerasCodecs.OPTIMIZERS, type -> false);
  }

  @Test
  void everyScheduleHasACodec() {
    assertNothingMissing(
        LearningRate.class, KerasCodecs.SCHEDULES, type -> type == ConstantLearningRate.class);
  }

  @Test
  void everyLossHasACodec() {
    assertNothingMissing(Loss.class, KerasCodecs.LOSSES, type -> false);
  }

  @Test
  void everyMetricHasACodec() {
    assertNothingMissing(Metric.class, KerasCodecs.METRICS, type -> type == NamedMetric.class);
  }

  private static void assertNothingMissing(
      Class<?> kind, CodecTable<?> table, Predicate<Class<?>> isWrittenOtherwise) {
    assertThat(
            SealedTypes.records(kind)
                .filter(isWrittenOtherwise.negate())
                .filter(type -> !table.writes(type))
                .map(Class::getSimpleName))
        .as("%s types without a codec; add one to KerasCodecs", kind.getSimpleName())
        .isEmpty();
  }

  @Test
  void nestedModelsAreNotInTheTable() {
    Layer model = new NestedModel<>(Sequential.vector(1).build("inner"));
    assertThatThrownBy(() -> KerasCodecs.LAYERS.write(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no Keras layer for NestedModel[");
  }
}
