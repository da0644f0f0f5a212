package io.rhyton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program of a user trains, writes and reads a model: as a module and on the class path, on this
 * JDK and on the newest one beside it.
 */
class ConsumerTest {
  private static final String MODULE = "module consumer { requires io.rhyton.savedmodel; }";
  private static final String PROGRAM =
      """
      package consumer;

      import io.rhyton.data.Dataset;
      import io.rhyton.history.History;
      import io.rhyton.keras.KerasFile;
      import io.rhyton.model.ModelSpec;
      import io.rhyton.model.Sequential;
      import io.rhyton.model.layer.Dense;
      import io.rhyton.model.objective.MeanSquaredError;
      import io.rhyton.model.optimizer.SGD;
      import io.rhyton.training.fit.Fit;
      import io.rhyton.training.Model;
      import io.rhyton.training.progress.Progress;
      import java.nio.file.Path;

      public final class Main {
        public static void main(String[] arguments) throws Exception {
          Path folder = Path.of(arguments[0]);
          ModelSpec spec = Sequential.vector(2).add(Dense.of(1)).build("line");
          Dataset data = Dataset.vectors(new float[][] {{0, 1}, {1, 0}}, new float[][] {{1}, {0}});
          try (Model model = Model.compile(spec, SGD.of(0.1), MeanSquaredError.of())) {
            History history = model.fit(data, Fit.epochs(2).progress(Progress.NONE));
            history.plot(folder.resolve("curves.png"));
            KerasFile.write(model, folder.resolve("line.keras"));
          }
          System.out.println(
              KerasFile.read(folder.resolve("line.keras")).spec().name()
                  + " in "
                  + Main.class.getModule());
        }
      }
      """;

  @TempDir private static Path sources;
  @TempDir private static Path classes;
  @TempDir private Path folder;

  @BeforeAll
  static void compileAsModule() throws IOException {
    Path module = Files.writeString(sources.resolve("module-info.java"), MODULE);
    Path program = Files.createDirectory(sources.resolve("consumer")).resolve("Main.java");
    Files.writeString(program, PROGRAM);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-p",
                libraries(),
                "-d",
                classes.toString(),
                module.toString(),
                program.toString());
    assertThat(status).isZero();
  }

  /** Rhyton and what it needs, without the tests. */
  private static String libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes") && !entry.contains("examples"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static Stream<Path> javas() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    Path beside = own.getParent();
    try (Stream<Path> homes = Files.list(beside)) {
      List<Path> newer =
          homes
              .filter(home -> Files.isExecutable(home.resolve("bin/java")))
              .filter(home -> version(home) > Runtime.version().feature())
              .sorted((a, b) -> Integer.compare(version(b), version(a)))
              .limit(1)
              .toList();
      return Stream.concat(Stream.of(own), newer.stream());
    }
  }

  /** The feature release of a JDK, by its {@code release} file; 0 if it has none. */
  private static int version(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
          .mapToInt(version -> Runtime.Version.parse(version).feature())
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aModuleTrainsAndReadsAModel(Path java) throws IOException, InterruptedException {
    String path = classes + File.pathSeparator + libraries();
    assertThat(run(java, List.of("-p", path, "-m", "consumer/consumer.Main")))
        .contains("line in module consumer");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void aProgramOnTheClassPathTrainsAndReadsAModel(Path java)
      throws IOException, InterruptedException {
    String path = classes + File.pathSeparator + libraries();
    assertThat(run(java, List.of("-cp", path, "consumer.Main"))).contains("line in unnamed module");
  }

  private String run(Path java, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/java").toString());
    command.add("-Djava.awt.headless=true");
    command.addAll(arguments);
    command.add(folder.toString());
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    assertThat(folder.resolve("curves.png")).isNotEmptyFile();
    return Files.readString(output);
  }
}
