package io.rhyton.examples.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
      converter = Selection.Converter.class,
      completionCandidates = Selection.Names.class,
      description = {
        "What to measure; default network.",
        "One thing, or all of network, layers, augmentation or files: ${COMPLETION-CANDIDATES}."
      })
  List<Selection> only = List.of(Selection.of(Table.NETWORK));

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

  /** What was selected, in the order of the tables. */
  List<Measure> measures() {
    return Arrays.stream(Measure.values())
        .filter(measure -> only.stream().anyMatch(part -> part.measures().contains(measure)))
        .toList();
  }
}
