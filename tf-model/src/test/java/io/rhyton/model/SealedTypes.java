package io.rhyton.model;

import java.util.Arrays;
import java.util.stream.Stream;

/** The records of sealed interfaces such as {@link io.rhyton.model.layer.Layer}. */
final class SealedTypes {
  private SealedTypes() {}

  /** Returns the records that implement a sealed interface, directly or indirectly. */
  static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::records)
        : Stream.of(type);
  }
}
