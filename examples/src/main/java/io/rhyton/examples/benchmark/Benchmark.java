package io.rhyton.examples.benchmark;

import io.rhyton.data.Dataset;
import io.rhyton.datasets.Cifar10;
import io.rhyton.datasets.SyntheticShapes;
import io.rhyton.error.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the speed and memory use of Rhyton with those of Keras. */
@Command(
    name = "benchmark",
    description = "Compares the speed and memory use of Rhyton with those of Keras.")
public final class Benchmark implements Callable<Integer> {
  private static final String SCRIPT = "keras_benchmark.py";

  @Mixin private BenchmarkOptions options = new BenchmarkOptions();

  private Benchmark() {}

  @Override
  public Integer call() throws IOException {
    run(options);
    return 0;
  }

  static List<Comparison> run(BenchmarkOptions options) throws IOException {
    Arguments.requirePositive("pairs", options.pairs);
    Arguments.requirePositive("steps", options.steps);
    Path folder = Files.createTempDirectory("rhyton-benchmark-");
    Path images = folder.resolve("images");
    Path script = folder.resolve(SCRIPT);
    try {
      copyScript(script);
      Contender keras = Contender.keras(options.python, script);
      Race race = new Race(Contender.rhyton(), keras, images, options.steps);
      printSetting(race, options);
      ImageFile.write(images(options.data, imagesNeeded(options)), images);
      if (options.measures().contains(Measure.FOLDER)) {
        JpegFolder.beside(images).write(Math.multiplyExact(options.steps, BenchmarkWorker.BATCH));
      }
      if (options.measures().stream().anyMatch(row -> row.table() == Table.APPLICATIONS)) {
        keras.run(Task.WRITE_APPLICATIONS, images, options.steps);
      }
      List<Comparison> comparisons =
          options.measures().stream().map(measure -> race.run(measure, options.pairs)).toList();
      System.out.println("\nMedians (pairs: " + options.pairs + "):");
      printTables(comparisons);
      return comparisons;
    } finally {
      Files.deleteIfExists(images);
      Files.deleteIfExists(LargeFile.beside(images).path());
      JpegFolder.beside(images).delete();
      ApplicationFiles.beside(images).delete();
      Files.deleteIfExists(script);
      Files.delete(folder);
    }
  }

  private static void copyScript(Path script) throws IOException {
    try (InputStream source = Benchmark.class.getResourceAsStream(SCRIPT)) {
      Files.copy(Objects.requireNonNull(source, SCRIPT), script);
    }
  }

  /** Printed first, because it shows within seconds whether both sides run at all. */
  private static void printSetting(Race race, BenchmarkOptions options) throws IOException {
    System.out.println(Machine.description());
    System.out.println("Rhyton: " + race.versions(race.rhyton()));
    if (options.measures().stream().anyMatch(measure -> measure.rival() == Rival.KERAS)) {
      System.out.println("Keras: " + race.versions(race.keras()));
    }
    System.out.println();
  }

  private static void printTables(List<Comparison> comparisons) {
    for (Table table : Table.values()) {
      List<Comparison> rows =
          comparisons.stream().filter(row -> row.measure().table() == table).toList();
      if (!rows.isEmpty()) {
        System.out.println("\n" + table.title() + ":\n");
        System.out.print(ComparisonTable.of(rows));
      }
    }
  }

  private static int imagesNeeded(BenchmarkOptions options) {
    int needed = Math.multiplyExact(options.steps, BenchmarkWorker.BATCH);
    boolean memory = options.measures().contains(Measure.MEMORY);
    return memory ? Math.max(needed, BenchmarkWorker.MANY_IMAGES) : needed;
  }

  private static Dataset images(@Nullable Path folder, int count) {
    return folder == null
        ? SyntheticShapes.dataset(count, 1)
        : Cifar10.read(folder).train().take(count);
  }
}
