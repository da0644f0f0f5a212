package io.rhyton.error;

/** An inconsistent model, rejected when it is built, before TensorFlow is loaded. */
public final class SpecException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception from the four parts of its message.
   *
   * @param where the layer or model at fault
   * @param expected what was expected
   * @param received what was received
   * @param fix how to fix it, a full sentence
   */
  public SpecException(String where, String expected, String received, String fix) {
    super(where, expected, received, fix);
  }
}
