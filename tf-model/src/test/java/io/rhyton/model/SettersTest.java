package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.error.SpecException;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The setters of all records that users configure, found by reflection. */
class SettersTest {
  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.of(
          boolean.class,
          true,
          double.class,
          0.5,
          double[].class,
          new double[] {0.5},
          int.class,
          2,
          int[].class,
          new int[] {1},
          long.class,
          1L);

  @ParameterizedTest
  @MethodSource("setters")
  void aSetterGivenTheDefaultChangesNothing(Setter setter) throws ReflectiveOperationException {
    assertThat(setter.method.invoke(setter.record, setter.value)).isEqualTo(setter.record);
  }

  @Test
  void settersOfEveryKindAreFound() {
    assertThat(setters().map(Setter::toString))
        .contains(
            "AUC.numThresholds(200)",
            "Adam.amsgrad(false)",
            "Adam.useEma(false)",
            "Conv2D.strides(1)",
            "Dense.useBias(true)",
            "ExponentialDecay.staircase(false)",
            "GlobalMaxPooling2D.keepdims(false)",
            "LSTM.dropout(0.0)",
            "LSTM.goBackwards(false)",
            "LSTM.returnSequences(false)",
            "LayerNormalization.axis([-1])",
            "LayerNormalization.center(true)",
            "Huber.delta(1.0)",
            "ImageDataGenerator.horizontalFlip(false)",
            "Orthogonal.gain(1.0)",
            "Rescaling.offset([0.0])",
            "UnitNorm.axis([0])");
  }

  @Test
  void oneAccumulationStepIsTheDefault() {
    assertThat(Adam.of().gradientAccumulationSteps(2).gradientAccumulationSteps(1))
        .isEqualTo(Adam.of());
  }

  @Test
  void aLayerThatNeedsSequencesRejectsTheLastOutput() {
    Sequential<FeatureVector> model =
        Sequential.sequence(3, 2)
            .add("lstm", LSTM.of(4).returnSequences(false))
            .add("gru", GRU.of(4));
    assertThatThrownBy(() -> model.build("model"))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Layer 'gru' (GRU): expected input of rank 3 [batch, steps, features], got [?, 4]. Use"
                + " samples of shape [steps, features].");
  }

  static Stream<Setter> setters() {
    return Stream.of(
            Constraint.class,
            ImageDataGenerator.class,
            Initializer.class,
            Layer.class,
            LearningRate.class,
            Loss.class,
            Metric.class,
            Optimizer.class,
            Regularizer.class)
        .flatMap(SealedTypes::records)
        .distinct()
        .flatMap(type -> made(type).stream())
        .flatMap(SettersTest::setters);
  }

  /** Returns a record with its default options; empty if it cannot be made from numbers. */
  private static Optional<Object> made(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("of") && Modifier.isStatic(method.getModifiers()))
        .filter(method -> ARGUMENTS.keySet().containsAll(List.of(method.getParameterTypes())))
        .map(
            method ->
                call(
                    method,
                    null,
                    Stream.of(method.getParameterTypes()).map(ARGUMENTS::get).toArray()))
        .filter(type::isInstance)
        .findFirst();
  }

  private static Stream<Setter> setters(Object record) {
    return Arrays.stream(record.getClass().getMethods())
        .filter(method -> method.getParameterCount() == 1 && !method.isBridge())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType().isInstance(record))
        .flatMap(
            method ->
                argument(option(record, method.getName()), method.getParameterTypes()[0]).stream()
                    .map(value -> new Setter(record, method, value)));
  }

  /** Returns the value of an option of a record or of one of its groups; null if it is not set. */
  private static @Nullable Object option(Object record, String name) {
    for (Method method : record.getClass().getMethods()) {
      // A setter without arguments is not an accessor.
      if (method.getName().equals(name)
          && method.getParameterCount() == 0
          && !method.getReturnType().isInstance(record)) {
        return call(method, record);
      }
    }
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> call(component.getAccessor(), record))
        .filter(Record.class::isInstance)
        .map(group -> option(group, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Returns the argument that stands for a value; empty if there is none of this type. */
  private static Optional<Object> argument(@Nullable Object value, Class<?> parameter) {
    if (value instanceof Size2D size && parameter == int.class && size.height() == size.width()) {
      return Optional.of(size.height());
    }
    if (value instanceof List<?> numbers && parameter == double[].class) {
      return Optional.of(numbers.stream().mapToDouble(number -> (Double) number).toArray());
    }
    if (value instanceof List<?> numbers && parameter == int[].class) {
      return Optional.of(numbers.stream().mapToInt(number -> (Integer) number).toArray());
    }
    boolean fits =
        parameter == boolean.class
            ? value instanceof Boolean
            : parameter == int.class
                ? value instanceof Integer
                : parameter == double.class && value instanceof Double;
    return fits ? Optional.ofNullable(value) : Optional.empty();
  }

  private static @Nullable Object call(Method method, @Nullable Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException refused) {
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    }
  }

  /** A setter and its default. */
  record Setter(Object record, Method method, Object value) {
    @Override
    public String toString() {
      return record.getClass().getSimpleName()
          + "."
          + method.getName()
          + "("
          + (value instanceof int[] numbers
              ? Arrays.toString(numbers)
              : value instanceof double[] numbers ? Arrays.toString(numbers) : value)
          + ")";
    }
  }
}
