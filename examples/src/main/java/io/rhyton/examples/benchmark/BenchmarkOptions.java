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
      description = "Number of measurements per side (default: ${DEFAULT-VALUE}).")
  int pairs = 5;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Number of training steps per measurement (default: ${DEFAULT-VALUE}).")
  int steps = 200;

  @Option(
      names = "--only",
      paramLabel = "MEASURE",
      arity = "1..*",
      converter = Selection.Converter.class,
      completionCandidates = Selection.Names.class,
      description =
          "What to measure: one or more of ${COMPLETION-CANDIDATES}, where network, layers,"
              + " augmentation, files and applications each select a whole table (default: network).")
  List<Selection> only = List.of(Selection.of(Table.NETWORK));

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Folder with CIFAR-10's binary files (default: synthetic images of the same size).")
  @Nullable Path data;

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      description = "Python interpreter with Keras installed (default: ${DEFAULT-VALUE}).")
  String python = "python3";

  /** Returns the selected measures, in the order of the tables. */
  List<Measure> measures() {
    return Arrays.stream(Measure.values())
        .filter(measure -> only.stream().anyMatch(part -> part.measures().contains(measure)))
        .toList();
  }
}
