package io.rhyton.execution;

import java.util.Objects;

/**
 * A device that TensorFlow can run ops on.
 *
 * @param name its name in TensorFlow, such as {@code /CPU:0}
 * @param type its type, such as {@code CPU} or {@code GPU}
 * @param memory the bytes that TensorFlow may allocate on it; 0 for a CPU, which has no limit
 */
public record Device(String name, String type, long memory) {
  static final String CPU = "CPU";
  static final String GPU = "GPU";

  private static final int MEBIBYTE = 20;

  public Device {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** Whether this is a GPU. */
  public boolean isGpu() {
    return type.equals(GPU);
  }

  @Override
  public String toString() {
    return memory == 0 ? name : name + ", " + (memory >> MEBIBYTE) + " MiB";
  }
}
