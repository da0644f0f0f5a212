package io.rhyton.keras;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies of records with changed components. */
final class RecordCopies {
  private RecordCopies() {}

  static @Nullable Object[] values(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> value(component, record))
        .toArray();
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /** Creates a record with these components; empty if its constructor throws. */
  static <R extends Record> Optional<R> make(Class<R> type, @Nullable Object... values) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(parameters);
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** Returns the record with another value of one component; empty if its constructor throws. */
  static <R extends Record> Optional<R> with(R record, int component, @Nullable Object value) {
    @Nullable Object[] values = values(record);
    values[component] = value;
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) record.getClass();
    return make(type, values);
  }
}
