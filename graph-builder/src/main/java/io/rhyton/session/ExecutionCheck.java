package io.rhyton.session;

import io.rhyton.execution.Device;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Devices;
import io.rhyton.execution.Execution;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a machine supports the execution settings.
 *
 * @param devices the devices that a session would have
 * @param determinism the value of the environment variable {@code TF_DETERMINISTIC_OPS}; null if it
 *     is not set
 */
public record ExecutionCheck(List<Device> devices, @Nullable String determinism) {
  private static final String VARIABLE = "TF_DETERMINISTIC_OPS";

  /** The values that TensorFlow reads as true. */
  private static final Set<String> YES = Set.of("1", "true");

  /**
   * Checks that this machine supports the settings. Done for every model before its graph is built.
   *
   * @throws DeviceException if it has no such device, or runs would not be reproducible
   */
  public static void requirePossible(Execution execution) {
    of(execution).require(execution);
  }

  /** Inspects this machine, if the settings require it. */
  private static ExecutionCheck of(Execution execution) {
    boolean asks = execution.device() != null || execution.isDeterministic();
    return new ExecutionCheck(asks ? Devices.list(execution) : List.of(), System.getenv(VARIABLE));
  }

  void require(Execution execution) {
    String device = execution.device();
    if (device != null && devices.stream().noneMatch(each -> each.name().equals(device))) {
      throw new DeviceException(
          "one of the devices "
              + devices.stream().map(Device::name).collect(Collectors.joining(", ")),
          device,
          "Choose one of them; a GPU needs the native library of the classifier linux-x86_64-gpu"
              + " and its driver.");
    }
    if (execution.isDeterministic()) {
      requireEqualRuns(execution);
    }
  }

  private void requireEqualRuns(Execution execution) {
    if (execution.seed() == null) {
      throw new DeviceException(
          "a seed for deterministic runs", "none", "Set one, such as seed(7).");
    }
    if (SessionConfig.usesGpu(execution, devices)
        && (determinism == null || !YES.contains(determinism))) {
      throw new DeviceException(
          VARIABLE + "=1 in the environment for deterministic runs on a GPU",
          determinism == null ? "none" : determinism,
          "Start the process with it, or run on device(\"/CPU:0\").");
    }
  }
}
