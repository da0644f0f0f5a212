package io.rhyton.keras;

/**
 * The first Keras that trains a model as Java does, and what older versions do with its file.
 *
 * @param version the first version that does
 * @param before what older versions do
 * @param why how they differ
 */
record KerasSince(String version, Before before, String why) {
  /** From the oldest version that opens Rhyton's files. */
  static final KerasSince ALWAYS = new KerasSince("3.3", Before.TRAINS_OTHERWISE, "");

  /** How an older Keras differs from Java. */
  enum Before {
    /** It opens the file as newer versions do, but its training steps differ. */
    TRAINS_OTHERWISE,
    /** It rejects the optimizer state, and opens the model without it. */
    REFUSES_STATE
  }

  static KerasSince trainsFrom(String version, String why) {
    return new KerasSince(version, Before.TRAINS_OTHERWISE, why);
  }

  static KerasSince opensFrom(String version, String why) {
    return new KerasSince(version, Before.REFUSES_STATE, why);
  }

  /** Returns whether the training steps of a version, such as {@code 3.4.1}, differ from Java's. */
  boolean trainsOtherwise(String keras) {
    return before == Before.TRAINS_OTHERWISE && minor(keras) < minor(version);
  }

  private static int minor(String keras) {
    return Integer.parseInt(keras.split("\\.", -1)[1]);
  }

  /**
   * Returns the text that {@code keras_file_example.py} reads: the version, and what older versions
   * do.
   */
  String text() {
    return version + " " + before.name();
  }
}
