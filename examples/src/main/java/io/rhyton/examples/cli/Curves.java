package io.rhyton.examples.cli;

import io.rhyton.error.ModelException;
import io.rhyton.history.History;
import io.rhyton.history.LearningCurves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plots the learning curves of several runs in one chart. */
@Command(name = "curves", description = "Plots the learning curves of several runs in one chart.")
final class Curves implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "An output folder of rhyton train, or a history.csv file.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "PNG or SVG file to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("curves.png");

  @Override
  public Integer call() throws IOException {
    Map<String, History> histories = new LinkedHashMap<>();
    for (Path run : runs) {
      Path file = Files.isDirectory(run) ? run.resolve("history.csv") : run;
      if (!Files.isRegularFile(file)) {
        throw new ModelException(
            run.toString(),
            "a history.csv file or a folder that contains one",
            "no such file",
            "Pass an output folder of rhyton train.");
      }
      histories.put(name(run, histories), History.read(file));
    }
    LearningCurves.of(histories).write(out);
    System.out.println("Wrote " + out + ".");
    return 0;
  }

  /** Returns the last element of the path, or the whole path if another run has that name. */
  private static String name(Path run, Map<String, History> others) {
    String last = run.toAbsolutePath().normalize().getFileName().toString();
    return others.containsKey(last) ? run.toString() : last;
  }
}
