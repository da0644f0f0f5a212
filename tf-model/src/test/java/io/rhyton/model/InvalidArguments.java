package io.rhyton.model;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.provider.Arguments;

/** Parameters of tests that a call refuses its arguments. */
public final class InvalidArguments {
  private InvalidArguments() {}

  /** A call, and the message that it throws; named by the message. */
  public static Arguments wrong(ThrowingCallable call, String message) {
    return argumentSet(message, call, message);
  }
}
