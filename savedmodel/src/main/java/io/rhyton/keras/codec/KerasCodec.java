package io.rhyton.keras.codec;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One class of Keras in both directions: its options as the keys of a {@code config}.
 *
 * @param <T> what it is in Rhyton
 */
public interface KerasCodec<T> {

  /** What it is in Rhyton. */
  Class<?> type();

  /** The name of Keras's class. */
  default String className() {
    return type().getSimpleName();
  }

  /** The short name that Keras takes for one with no options set; the class's name if none. */
  default String identifier() {
    return className();
  }

  /**
   * Takes the options over; those that it does not ask for are reported if they are set.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  T read(ConfigReader config);

  /** Writes every option that Keras 3.3 has. */
  void write(T value, ConfigWriter config);

  /** A codec of two functions. */
  static <T> KerasCodec<T> of(
      String identifier,
      Class<? super T> type,
      Function<ConfigReader, T> read,
      BiConsumer<T, ConfigWriter> write) {
    return new KerasCodec<>() {
      @Override
      public Class<?> type() {
        return type;
      }

      @Override
      public String identifier() {
        return identifier;
      }

      @Override
      public T read(ConfigReader config) {
        return read.apply(config);
      }

      @Override
      public void write(T value, ConfigWriter config) {
        write.accept(value, config);
      }
    };
  }
}
