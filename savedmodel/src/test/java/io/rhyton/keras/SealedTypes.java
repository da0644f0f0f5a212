package io.rhyton.keras;

import java.util.Arrays;
import java.util.stream.Stream;

/** The records of sealed interfaces such as {@link io.rhyton.model.layer.Layer}. */
public final class SealedTypes {
  private SealedTypes() {}

  /** Returns the records that implement a sealed interface, directly or indirectly. */
  public static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::records)
        : Stream.of(type);
  }
}
