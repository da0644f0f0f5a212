package io.rhyton.keras;

/**
 * From which Keras on a model trains as in Java, and what older ones do with its file.
 *
 * @param version the first that trains it so
 * @param before what older ones do
 * @param why what they do otherwise
 */
record KerasSince(String version, Before before, String why) {
  /** From the oldest that opens Rhyton's files. */
  static final KerasSince ALWAYS = new KerasSince("3.3", Before.TRAINS_OTHERWISE, "");

  /** What a Keras does that does not train a model as Java does. */
  enum Before {
    /** It opens the file as newer ones do, and takes other steps. */
    TRAINS_OTHERWISE,
    /** It refuses the optimizer's state, and opens the model without. */
    REFUSES_STATE
  }

  static KerasSince trainsFrom(String version, String why) {
    return new KerasSince(version, Before.TRAINS_OTHERWISE, why);
  }

  static KerasSince opensFrom(String version, String why) {
    return new KerasSince(version, Before.REFUSES_STATE, why);
  }

  /** Whether a version, as {@code 3.4.1}, takes other steps than Java. */
  boolean trainsOtherwise(String keras) {
    return before == Before.TRAINS_OTHERWISE && minor(keras) < minor(version);
  }

  private static int minor(String keras) {
    return Integer.parseInt(keras.split("\\.", -1)[1]);
  }

  /** As {@code keras_file_example.py} reads it: the version, and what older ones do. */
  String text() {
    return version + " " + before.name();
  }
}
