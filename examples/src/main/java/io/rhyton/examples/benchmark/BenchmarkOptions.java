package io.rhyton.examples.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@link Benchmark}. */
final class BenchmarkOptions {
  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "How often to measure each side; default ${DEFAULT-VALUE}.")
  int pairs = 5;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Training steps a measurement; default ${DEFAULT-VALUE}.")
  int steps = 200;

  @Option(
      names = "--only",
      paramLabel = "MEASURE",
      arity = "1..*",
      description = "What to measure: ${COMPLETION-CANDIDATES}; default all.")
  Set<Measure> only = EnumSet.allOf(Measure.class);

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "CIFAR-10's binary files are there; default: drawn shapes of that size.")
  @Nullable Path data;

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      description = "A Python that has Keras; default ${DEFAULT-VALUE}.")
  String python = "python3";
}
