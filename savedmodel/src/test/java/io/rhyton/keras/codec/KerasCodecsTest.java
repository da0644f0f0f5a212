package io.rhyton.keras.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every type has a codec; a new one fails here, by name, until it has. */
class KerasCodecsTest {

  @Test
  void everyLayerHasACodec() {
    // Models and operations are written by separate classes.
    assertThat(
            types(Layer.class)
                .filter(type -> type != NestedModel.class)
                .filter(type -> !Operation.class.isAssignableFrom(type)))
        .allMatch(KerasCodecs.LAYERS::writes, "has a codec");
  }

  @Test
  void everyInitializerHasACodec() {
    // Two have no class in Keras: they are options of layers.
    assertThat(
            types(Initializer.class)
                .filter(type -> type != FanAxes.class && type != UnitForgetBias.class))
        .allMatch(KerasCodecs.INITIALIZERS::writes, "has a codec");
  }

  @Test
  void everyRegularizerHasACodec() {
    assertThat(types(Regularizer.class)).allMatch(KerasCodecs.REGULARIZERS::writes, "has a codec");
  }

  @Test
  void everyConstraintHasACodec() {
    assertThat(types(Constraint.class)).allMatch(KerasCodecs.CONSTRAINTS::writes, "has a codec");
  }

  @Test
  void everyOptimizerHasACodec() {
    assertThat(types(Optimizer.class)).allMatch(KerasCodecs.OPTIMIZERS::writes, "has a codec");
  }

  @Test
  void everyScheduleHasACodec() {
    assertThat(types(LearningRate.class).filter(type -> type != ConstantLearningRate.class))
        .allMatch(KerasCodecs.SCHEDULES::writes, "has a codec");
  }

  @Test
  void everyLossHasACodec() {
    assertThat(types(Loss.class)).allMatch(KerasCodecs.LOSSES::writes, "has a codec");
  }

  @Test
  void everyMetricHasACodec() {
    assertThat(types(Metric.class).filter(type -> type != NamedMetric.class))
        .allMatch(KerasCodecs.METRICS::writes, "has a codec");
  }

  /** Returns the records that implement a sealed interface, directly or indirectly. */
  private static Stream<Class<?>> types(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KerasCodecsTest::types)
        : Stream.of(type);
  }

  @Test
  void nestedModelsAreNotInTheTable() {
    Layer model = new NestedModel<>(Sequential.vector(1).build("inner"));
    assertThatThrownBy(() -> KerasCodecs.LAYERS.write(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no Keras layer for NestedModel[");
  }
}
