package io.rhyton.error;

/** A model that does not fit together; found when it is built, before TensorFlow is loaded. */
public final class SpecException extends ModelException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error from its four parts.
   *
   * @param where the layer or model that does not fit
   * @param expected what it needs
   * @param received what it was given
   * @param fix what to do about it, a whole sentence
   */
  public SpecException(String where, String expected, String received, String fix) {
    super(where, expected, received, fix);
  }
}
