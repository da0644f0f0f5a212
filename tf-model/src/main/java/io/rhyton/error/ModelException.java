package io.rhyton.error;

/**
 * The root of Rhyton's errors. Every message has one form: {@code <where>: expected <what>, got
 * <value>. <fix>}.
 */
public class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String expected;
  private final String received;
  private final String fix;

  /**
   * Makes an error from its four parts.
   *
   * @param where the layer, file or step that failed
   * @param expected what it needs
   * @param received what it was given
   * @param fix what to do about it, a whole sentence
   */
  public ModelException(String where, String expected, String received, String fix) {
    super(where + ": expected " + expected + ", got " + received + ". " + fix);
    this.where = where;
    this.expected = expected;
    this.received = received;
    this.fix = fix;
  }

  /**
   * Makes an error from its four parts and what caused it.
   *
   * @param where the layer, file or step that failed
   * @param expected what it needs
   * @param received what it was given
   * @param fix what to do about it, a whole sentence
   * @param cause the underlying failure
   */
  public ModelException(
      String where, String expected, String received, String fix, Throwable cause) {
    this(where, expected, received, fix);
    initCause(cause);
  }

  /** The layer, file or step that failed. */
  public String where() {
    return where;
  }

  /** What was needed. */
  public String expected() {
    return expected;
  }

  /** What was given instead. */
  public String received() {
    return received;
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
