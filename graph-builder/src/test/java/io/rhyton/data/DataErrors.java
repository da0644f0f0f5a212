package io.rhyton.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks the messages about data. */
public final class DataErrors {
  private DataErrors() {}

  /** Checks that a call throws a {@link DataException} with that message. */
  public static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(message);
  }
}
