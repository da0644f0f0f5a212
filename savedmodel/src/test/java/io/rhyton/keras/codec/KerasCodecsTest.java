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

/** A new type fails here, by name, until it has a codec. */
class KerasCodecsTest {

  @Test
  void everyLayerHasACodec() {
    // A model and an operation are written by classes of their own.
    assertThat(
            types(Layer.class)
                .filter(type -> type != NestedModel.class)
                .filter(type -> !Operation.class.isAssignableFrom(type)))
        .allMatch(KerasCodecs.LAYERS::writes, "has a codec");
  }

  @Test
  void everyInitializerHasACodec() {
    // Two have no class in Keras: they come from options of layers.
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

  /** The records behind a sealed interface, however deep. */
  private static Stream<Class<?>> types(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(KerasCodecsTest::types)
        : Stream.of(type);
  }

  @Test
  void aModelInAModelIsNoLayerOfTheTable() {
    Layer model = new NestedModel<>(Sequential.vector(1).build("inner"));
    assertThatThrownBy(() -> KerasCodecs.LAYERS.write(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no Keras layer for NestedModel[");
  }
}
