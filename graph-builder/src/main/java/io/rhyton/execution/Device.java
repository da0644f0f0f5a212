package io.rhyton.execution;

/**
 * What TensorFlow computes on.
 *
 * @param name as TensorFlow numbers it, such as {@code /CPU:0}
 * @param type such as {@code CPU} or {@code GPU}
 * @param memory how many bytes TensorFlow may take there; 0 for a processor, where it may take all
 */
public record Device(String name, String type, long memory) {
  static final String CPU = "CPU";
  static final String GPU = "GPU";

  private static final int MEBIBYTE = 20;

  /** Whether it is a GPU. */
  public boolean isGpu() {
    return type.equals(GPU);
  }

  @Override
  public String toString() {
    return memory == 0 ? name : name + ", " + (memory >> MEBIBYTE) + " MiB";
  }
}
