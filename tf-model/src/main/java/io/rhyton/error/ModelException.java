package io.rhyton.error;

/**
 * The root of Rhyton's exceptions. All messages have the form {@code <where>: expected <what>, got
 * <value>. <fix>}. Long parts are shortened in the message, and control characters escaped; the
 * accessors return them whole.
 */
public class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String expected;
  private final String received;
  private final String fix;

  /**
   * Creates an exception from the four parts of its message.
   *
   * @param where the layer, file or step that failed
   * @param expected what was expected
   * @param received what was received
   * @param fix how to fix it, a full sentence
   */
  public ModelException(String where, String expected, String received, String fix) {
    super(message(where, expected, received, fix));
    this.where = where;
    this.expected = expected;
    this.received = received;
    this.fix = fix;
  }

  /**
   * Creates an exception from the four parts of its message and a cause.
   *
   * @param where the layer, file or step that failed
   * @param expected what was expected
   * @param received what was received
   * @param fix how to fix it, a full sentence
   * @param cause the underlying failure
   */
  public ModelException(
      String where, String expected, String received, String fix, Throwable cause) {
    this(where, expected, received, fix);
    initCause(cause);
  }

  private static String message(String where, String expected, String received, String fix) {
    return "%s: expected %s, got %s. %s"
        .formatted(
            MessageText.part(where),
            MessageText.part(expected),
            MessageText.part(received),
            MessageText.part(fix));
  }

  /** Returns the layer, file or step that failed. */
  public String where() {
    return where;
  }

  /** Returns what was expected. */
  public String expected() {
    return expected;
  }

  /** Returns what was received. */
  public String received() {
    return received;
  }

  /** Returns how to fix it. */
  public String fix() {
    return fix;
  }
}
