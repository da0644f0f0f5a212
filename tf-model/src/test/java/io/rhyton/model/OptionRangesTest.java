package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rhyton.error.SpecException;
import io.rhyton.model.compile.Objective;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.RankPreserving;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.geometry.LayerGeometry;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerOptions;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.shape.Border1D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Interval;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Zeros;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/**
 * Every numeric option of every record: values out of range are rejected when the record is
 * created.
 */
class OptionRangesTest {
  /** Integers that may be negative: axes counted from the end, labels and seeds. */
  private static final Set<String> ANY_SIGN =
      Set.of("axis", "axes", "sharedAxes", "ignoreClass", "seed");

  private static final List<Integer> WRONG_COUNTS = List.of(-2, Integer.MIN_VALUE);
  private static final List<Double> NO_NUMBERS =
      List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  private static final List<Integer> HUGE = List.of(1 << 16, 1 << 30, Integer.MAX_VALUE);

  /** Arguments for factories of other records. */
  private static final Map<String, Object> PARTS =
      Map.of(
          Initializer.class.getName(), Zeros.of(),
          Interval.class.getName(), new Interval(0, 0.5),
          RankPreserving.class.getName(), Flatten.of(),
          RankMapping.class.getName(), Dense.of(2),
          Metric.class.getName(), AUC.of(),
          ModelSpec.class.getName(), Sequential.vector(4).add(Dense.of(2)).build("inner"),
          Recurrent.class.getName(), LSTM.of(2),
          Shape.class.getName(), Shape.of(2));

  static Stream<Record> records() {
    Stream<Class<?>> types =
        Stream.of(
            Layer.class,
            Optimizer.class,
            LearningRate.class,
            Loss.class,
            Metric.class,
            Initializer.class,
            Regularizer.class,
            Constraint.class);
    Stream<Record> parts =
        Stream.of(
            new Border1D(0, 0),
            new Border2D(0, 0, 0, 0),
            new Interval(0, 0.5),
            new Size2D(1, 1),
            OutputPadding.of(0, 0),
            Objective.none(),
            OptimizerOptions.of());
    return Stream.concat(
        types.flatMap(SealedTypes::records).distinct().map(OptionRangesTest::example), parts);
  }

  @ParameterizedTest
  @MethodSource("records")
  void outOfRangeNumbersAreRejectedByName(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      for (Object wrong : wrong(name, components[i].getGenericType())) {
        assertRejected(record, i, name, wrong);
      }
    }
  }

  private static List<?> wrong(String name, Type type) {
    String text = type.getTypeName();
    if (text.equals("double") || text.equals("java.lang.Double")) {
      return NO_NUMBERS;
    }
    if (text.equals("java.util.List<java.lang.Double>")) {
      return NO_NUMBERS.stream().map(number -> List.of(number, number)).toList();
    }
    if (ANY_SIGN.contains(name)) {
      return List.of();
    }
    if (text.equals("int") || text.equals("java.lang.Integer")) {
      return WRONG_COUNTS;
    }
    if (text.equals("long") || text.equals("java.lang.Long")) {
      return WRONG_COUNTS.stream().map(Long::valueOf).toList();
    }
    return text.equals("java.util.List<java.lang.Integer>")
        ? WRONG_COUNTS.stream().map(List::of).toList()
        : List.of();
  }

  private static void assertRejected(Record record, int component, String name, Object wrong) {
    try {
      fail(make(record, component, wrong) + " was made with " + name + " " + wrong);
    } catch (InvocationTargetException e) {
      assertThat(e.getCause())
          .as("%s with %s %s", record, name, wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(name.equals("value") ? "" : name)
          .hasMessageContaining(" must ");
    }
  }

  static Stream<Layer> layers() {
    return records().filter(Layer.class::isInstance).map(Layer.class::cast);
  }

  /** However large a number is, the resulting shape is valid or rejected. */
  @ParameterizedTest
  @MethodSource("layers")
  void hugeNumbersNeverYieldInvalidShapes(Layer layer) {
    Record record = (Record) layer;
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      String type = components[i].getGenericType().getTypeName();
      for (int huge : HUGE) {
        for (Object value : values(type, huge)) {
          try {
            assertShapes((Layer) make(record, i, value));
          } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
          }
        }
      }
    }
  }

  private static List<?> values(String type, int huge) {
    return Map.of(
            "int",
            List.of(huge),
            Size2D.class.getName(),
            List.of(new Size2D(huge, 1), new Size2D(1, huge), new Size2D(huge, huge)),
            Border1D.class.getName(),
            List.of(new Border1D(huge, 0), new Border1D(huge, huge)),
            Border2D.class.getName(),
            List.of(
                new Border2D(huge, 0, 0, 0),
                new Border2D(0, huge, huge, 0),
                new Border2D(huge, huge, huge, huge)),
            OutputPadding.class.getName(),
            List.of(OutputPadding.of(huge, huge)),
            "java.util.List<java.lang.Integer>",
            List.of(List.of(huge), List.of(huge, huge), List.of(huge, huge, huge), List.of(-huge)))
        .getOrDefault(type, List.of());
  }

  private static void assertShapes(Layer layer) {
    for (Shape sample : List.of(Shape.of(4), Shape.of(4, 4), Shape.of(4, 4, 4))) {
      for (int count : List.of(1, 2)) {
        List<Shape> inputs =
            IntStream.range(0, count).mapToObj(i -> InputLayer.of(sample).batchShape()).toList();
        try {
          LayerGeometry geometry =
              layer.geometry(new LayerInputs("layer", layer.typeName(), inputs));
          assertThat(
                  Stream.concat(
                          geometry.outputs().stream().map(Shape::tail),
                          geometry.weights().stream().map(WeightSpec::shape))
                      .flatMapToLong(shape -> LongStream.of(shape.asArray())))
              .as("%s on %s: %s", layer, sample, geometry)
              .allMatch(size -> size > 0);
        } catch (SpecException refused) {
          assertThat(refused.where()).startsWith("Layer 'layer");
        }
      }
    }
  }

  private static Object make(Record record, int component, Object value)
      throws InvocationTargetException {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = i == component ? value : components[i].getAccessor().invoke(record);
      }
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** Returns an instance from the factory with the fewest arguments, with small values. */
  private static Record example(Class<?> type) {
    List<Method> factories =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> method.getReturnType() == type && !method.isVarArgs())
            .sorted(Comparator.comparingInt(Method::getParameterCount))
            .toList();
    for (Method factory : factories) {
      try {
        return (Record) factory.invoke(null, arguments(factory.getGenericParameterTypes()));
      } catch (ReflectiveOperationException | IllegalArgumentException other) {
        // Try the next factory.
      }
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(arguments(constructor.getGenericParameterTypes()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no example of " + type + " from " + factories, e);
    }
  }

  private static Object[] arguments(Type[] types) {
    return Arrays.stream(types).map(OptionRangesTest::argument).toArray();
  }

  private static Object argument(Type type) {
    if (type instanceof Class<?> kind && kind.isEnum()) {
      return kind.getEnumConstants()[0];
    }
    String text = type.getTypeName().replaceFirst("<.*", "");
    return switch (type.getTypeName()) {
      case "int" -> 2;
      case "long" -> 2L;
      case "double" -> 0.5;
      case "boolean" -> false;
      case "java.util.List<java.lang.Double>" -> List.of(0.5, 0.25);
      case "java.util.List<java.lang.Integer>" -> List.of(1);
      case "java.util.List<java.lang.Long>" -> List.of(2L);
      case "java.lang.String" -> "name";
      default -> Objects.requireNonNull(PARTS.get(text), text);
    };
  }
}
