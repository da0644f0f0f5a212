package io.rhyton.keras.codec;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads and writes one Keras class: its options are the keys of a {@code config}.
 *
 * @param <T> its type in Rhyton
 */
public interface KerasCodec<T> {

  /** Returns its type in Rhyton. */
  Class<?> type();

  /** Returns the name of the Keras class. */
  default String className() {
    return type().getSimpleName();
  }

  /**
   * Returns Keras's short name for an object with default options; the class name if there is none.
   */
  default String identifier() {
    return className();
  }

  /** Returns its Python module, for a class that is not in the public one of its kind. */
  default Optional<String> module() {
    return Optional.empty();
  }

  /**
   * Reads the options; those that are set but not read are reported.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  T read(OptionsReader config);

  /** Writes every option that Keras 3.3 has. */
  void write(T value, OptionsWriter config);

  /** Returns this codec with the name of the Keras class, where it is not that of the type. */
  default KerasCodec<T> named(String className) {
    KerasCodec<T> codec = this;
    return new KerasCodec<>() {
      @Override
      public Class<?> type() {
        return codec.type();
      }

      @Override
      public String className() {
        return className;
      }

      @Override
      public String identifier() {
        return codec.identifier();
      }

      @Override
      public T read(OptionsReader config) {
        return codec.read(config);
      }

      @Override
      public void write(T value, OptionsWriter config) {
        codec.write(value, config);
      }
    };
  }

  /** Returns a codec of two functions. */
  static <T> KerasCodec<T> of(
      String identifier,
      Class<? super T> type,
      Function<OptionsReader, T> read,
      BiConsumer<T, OptionsWriter> write) {
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
      public T read(OptionsReader config) {
        return read.apply(config);
      }

      @Override
      public void write(T value, OptionsWriter config) {
        write.accept(value, config);
      }
    };
  }
}
