package io.rhyton.examples.programs;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Device;
import io.rhyton.execution.Devices;
import io.rhyton.execution.Execution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select the device, the dtype policy and the seed. */
public final class ExecutionOptions {
  @Option(
      names = "--dtype-policy",
      paramLabel = "POLICY",
      description =
          "Dtype policy: float32, mixed_bfloat16 or, for GPUs, mixed_float16 (default: float32).")
  DTypePolicy dtypePolicy = DTypePolicy.FLOAT32;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Random seed, which makes a run reproducible (default: a new one for each run).")
  @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads for TensorFlow to use (default: one per core).")
  int threads;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description =
          "Device to train on, as listed by rhyton devices (default: the first GPU, or else the"
              + " CPU).")
  @Nullable String device;

  @Option(
      names = "--memory-growth",
      description = "Allocate GPU memory as it is needed rather than all at once.")
  boolean memoryGrowth;

  @Option(
      names = "--deterministic",
      description =
          "Guarantee the same results for the same seed, or fail; on a GPU this needs"
              + " TF_DETERMINISTIC_OPS=1 in the environment and is slower.")
  boolean deterministic;

  /** Returns the selected options; prints a warning if float16 is slow on this machine. */
  public Execution execution() {
    if (dtypePolicy == DTypePolicy.MIXED_FLOAT16
        && Devices.list().stream().noneMatch(Device::isGpu)) {
      System.out.println(
          "No GPU found: on a CPU, mixed_float16 is about a hundred times slower than"
              + " float32 or mixed_bfloat16.");
    }
    Execution execution = Execution.defaults().dtypePolicy(dtypePolicy).threads(threads);
    execution = seed == null ? execution : execution.seed(seed);
    execution = device == null ? execution : execution.device(device);
    execution = memoryGrowth ? execution.memoryGrowth(true) : execution;
    return deterministic ? execution.deterministic(true) : execution;
  }
}
