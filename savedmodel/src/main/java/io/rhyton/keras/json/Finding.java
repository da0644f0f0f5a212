package io.rhyton.keras.json;

/**
 * One thing in a configuration that cannot be taken over.
 *
 * @param path where it stands, for instance {@code config.layers[3].config.groups}
 * @param subject the layer or object that it belongs to
 * @param reason what is expected and what is there
 */
record Finding(String path, Subject subject, String reason) {

  @Override
  public String toString() {
    String place = path.isEmpty() ? "the model" : path;
    if (subject.text().isEmpty()) {
      return place + ": " + reason;
    }
    return place + (path.equals(subject.path()) ? " " : " of ") + subject.text() + ": " + reason;
  }

  /**
   * What a part of a configuration describes.
   *
   * @param path where the part begins
   * @param text for instance {@code 'conv2d' (Conv2D)}; empty for what has no name
   */
  record Subject(String path, String text) {
    static final Subject NONE = new Subject("", "");
  }
}
