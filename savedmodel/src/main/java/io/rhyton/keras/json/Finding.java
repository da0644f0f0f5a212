package io.rhyton.keras.json;

/**
 * A part of a configuration that is not supported.
 *
 * @param path its path, for instance {@code config.layers[3].config.groups}
 * @param subject the layer or object that contains it
 * @param reason what was expected and what was found
 */
record Finding(String path, Subject subject, String reason) {

  @Override
  public String toString() {
    String where = path.isEmpty() ? "the model" : path;
    if (subject.text().isEmpty()) {
      return where + ": " + reason;
    }
    return where + (path.equals(subject.path()) ? " " : " of ") + subject.text() + ": " + reason;
  }

  /**
   * The layer or object that a part of a configuration describes.
   *
   * @param path the path of the part
   * @param text for instance {@code 'conv2d' (Conv2D)}; empty if it has no name
   */
  record Subject(String path, String text) {
    static final Subject NONE = new Subject("", "");
  }
}
