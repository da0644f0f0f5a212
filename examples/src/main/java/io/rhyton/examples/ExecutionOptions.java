package io.rhyton.examples;

import io.rhyton.training.Execution;
import io.rhyton.training.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the programs run what they train. */
public final class ExecutionOptions {
  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "float32 or bfloat16; default float32.")
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

  /** What the user chose. */
  public Execution execution() {
    Execution execution = Execution.defaults().precision(precision).threads(threads);
    return seed == null ? execution : execution.seed(seed);
  }
}
