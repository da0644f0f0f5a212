package io.rhyton.keras;

import io.rhyton.model.layer.GammaBeta;
import io.rhyton.model.layer.KernelOptions;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.RecurrentOptions;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.WeightOptions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records that are one step simpler than a record: an option is its default, or a number
 * smaller.
 */
final class SmallerRecords {
  private SmallerRecords() {}

  static Stream<Record> of(Record record) {
    @Nullable Object[] values = RecordCopies.values(record);
    Optional<Record> plain = defaults(record);
    Stream<Record> allPlain = plain.filter(made -> !made.equals(record)).stream();
    Stream<Record> onePlain =
        plain.stream()
            .map(RecordCopies::values)
            .flatMap(
                defaults ->
                    IntStream.range(0, values.length)
                        .filter(i -> !Objects.equals(values[i], defaults[i]))
                        .mapToObj(i -> RecordCopies.with(record, i, defaults[i])))
            .flatMap(Optional::stream);
    Stream<Record> less =
        IntStream.range(0, values.length)
            .boxed()
            .flatMap(
                i ->
                    less(values[i])
                        .map(value -> RecordCopies.with(record, i, value))
                        .flatMap(Optional::stream));
    return Stream.of(allPlain, onePlain, less).flatMap(records -> records);
  }

  private static Stream<?> less(@Nullable Object value) {
    if (value instanceof Integer number) {
      return Stream.of(1, number - 1).filter(other -> other >= 0 && other < number);
    }
    if (value instanceof Double number) {
      return Stream.of(0.0, 1.0, (double) Math.round(number))
          .filter(other -> simpler(other, number));
    }
    if (value instanceof Size2D size) {
      return Stream.of(new Size2D(1, size.width()), new Size2D(size.height(), 1))
          .filter(other -> !other.equals(size));
    }
    return value instanceof Layer
            || value instanceof GammaBeta
            || value instanceof KernelOptions
            || value instanceof RecurrentOptions
            || value instanceof WeightOptions
        ? of((Record) value)
        : Stream.empty();
  }

  /** Returns whether a number is simpler: 0, 1 and integers are the simplest. */
  private static boolean simpler(double number, double than) {
    return rank(number) < rank(than);
  }

  private static int rank(double number) {
    return number == 0 ? 0 : number == 1 ? 1 : number == Math.rint(number) ? 2 : 3;
  }

  /** Returns the result of the factory for the first components. */
  private static Optional<Record> defaults(Record record) {
    return Arrays.stream(record.getClass().getMethods())
        .filter(method -> method.getName().equals("of") && Modifier.isStatic(method.getModifiers()))
        .map(method -> call(method, record))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Record> call(Method method, Record record) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (@Nullable Object value : RecordCopies.values(record)) {
      if (arguments.size() < method.getParameterCount()) {
        Class<?> parameter = method.getParameterTypes()[arguments.size()];
        if (value instanceof Size2D size && parameter == int.class) {
          arguments.add(size.height());
          if (arguments.size() < method.getParameterCount()) {
            arguments.add(size.width());
          }
        } else {
          arguments.add(value);
        }
      }
    }
    try {
      Object made = method.invoke(null, arguments.toArray());
      return record.getClass().isInstance(made) ? Optional.of((Record) made) : Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
