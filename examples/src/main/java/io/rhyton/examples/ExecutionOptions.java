package io.rhyton.examples;

import io.rhyton.execution.Device;
import io.rhyton.execution.Devices;
import io.rhyton.execution.Execution;
import io.rhyton.execution.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the programs run what they train. */
public final class ExecutionOptions {
  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "float32, bfloat16 or, for GPUs, float16; default float32.")
  Precision precision = Precision.FLOAT32;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Two runs with one seed are equal; default: another seed each time.")
  @Nullable Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads TensorFlow uses; default one a core.")
  int threads;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "What to train on, as rhyton devices names it; default the first GPU, if any.")
  @Nullable String device;

  @Option(
      names = "--memory-growth",
      description = "Take the memory of a GPU as it is needed, and not all of it at once.")
  boolean memoryGrowth;

  @Option(
      names = "--deterministic",
      description = {
        "Promise that two runs with one seed are equal, or refuse: on a GPU that needs",
        "TF_DETERMINISTIC_OPS=1 in the environment, and takes longer."
      })
  boolean deterministic;

  /** What the user chose; says so if that takes long here. */
  public Execution execution() {
    if (precision == Precision.FLOAT16 && Devices.list().stream().noneMatch(Device::isGpu)) {
      System.out.println(
          "There is no GPU here, and a processor takes a hundred times as long in float16 as in"
              + " float32 or bfloat16.");
    }
    Execution execution = Execution.defaults().precision(precision).threads(threads);
    execution = seed == null ? execution : execution.seed(seed);
    execution = device == null ? execution : execution.device(device);
    execution = memoryGrowth ? execution.memoryGrowth() : execution;
    return deterministic ? execution.deterministic() : execution;
  }
}
