package io.rhyton.execution;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a machine can run as it is asked to.
 *
 * @param devices what a session would have
 * @param determinism what {@code TF_DETERMINISTIC_OPS} says in the environment; null if nothing
 */
record ExecutionCheck(List<Device> devices, @Nullable String determinism) {
  private static final String VARIABLE = "TF_DETERMINISTIC_OPS";

  /** What TensorFlow reads as yes. */
  private static final Set<String> YES = Set.of("1", "true");

  /** Asks this machine, if there is something to ask. */
  static ExecutionCheck of(Execution execution) {
    boolean asks = execution.device() != null || execution.isDeterministic();
    return new ExecutionCheck(asks ? execution.devices() : List.of(), System.getenv(VARIABLE));
  }

  void require(Execution execution) {
    String device = execution.device();
    if (device != null && devices.stream().noneMatch(each -> each.name().equals(device))) {
      throw new DeviceException(
          "one of the devices "
              + devices.stream().map(Device::name).collect(Collectors.joining(", ")),
          device,
          "Take one of them; a GPU needs the natives of the classifier linux-x86_64-gpu and its"
              + " driver.");
    }
    if (execution.isDeterministic()) {
      requireEqualRuns(execution);
    }
  }

  private void requireEqualRuns(Execution execution) {
    if (execution.seed() == null) {
      throw new DeviceException(
          "a seed for deterministic runs", "none", "Give one, such as seed(7).");
    }
    if (execution.usesGpu(devices) && (determinism == null || !YES.contains(determinism))) {
      throw new DeviceException(
          VARIABLE + "=1 in the environment for deterministic runs on a GPU",
          determinism == null ? "nothing" : determinism,
          "Start the process with it, or compute on device(\"/CPU:0\").");
    }
  }
}
