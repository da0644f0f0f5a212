package io.rhyton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.examples.cli.CommandRun;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands in the README and in docs. One of {@code rhyton} is run, in a folder with the files
 * that the pages name, unless a comment at its end says that it takes long; then its options are
 * checked. Any other is marked as long, too, or is among those that run on every change.
 */
class DocumentedCommandsTest {
  private static final String RHYTON = "examples/target/rhyton";
  private static final Path MODELS = Path.of("..", "savedmodel/src/test/resources/io/rhyton/keras");

  @TempDir private Path folder;

  @Test
  void everyCommandRunsUnlessItIsMarkedAsLong() throws IOException, InterruptedException {
    writeFiles();
    List<String> script = new ArrayList<>();
    for (Map.Entry<Command, Path> entry : commands().entrySet()) {
      Command command = entry.getKey();
      String where = entry.getValue() + ": " + command;
      if (command.program() >= 0) {
        assertOptionsAreKnown(where, command.arguments());
      }
      if (command.program() == 0 && !command.takesLong()) {
        script.add(String.join(" ", command.arguments()));
      } else if (!command.takesLong()) {
        assertThat(Files.readString(Path.of("..", ".ci", "run"))).as(where).contains("" + command);
      }
    }
    run(script);
  }

  /** Each once, with the page that it is on first. */
  private static Map<Command, Path> commands() throws IOException {
    Map<Command, Path> commands = new LinkedHashMap<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String block : page.blocks("sh")) {
        block
            .replaceAll("\\\\\\n", "")
            .lines()
            .filter(line -> !line.isBlank())
            .map(Command::of)
            .forEach(command -> commands.putIfAbsent(command, page.path()));
      }
    }
    assertThat(commands).isNotEmpty();
    return commands;
  }

  /** A command without its comment. */
  private record Command(List<String> words, boolean takesLong) {
    static Command of(String line) {
      String[] words = line.replaceAll("#.*", "").strip().split("\\s+");
      return new Command(List.of(words), line.contains("# long"));
    }

    /** Where the launcher is among the words; -1 if it is not. */
    int program() {
      return words.indexOf(RHYTON);
    }

    List<String> arguments() {
      return words.subList(program() + 1, words.size());
    }

    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  private static void assertOptionsAreKnown(String where, List<String> arguments) {
    Stream<String> help = Stream.of("--help").filter(option -> !arguments.contains(option));
    CommandRun run = CommandRun.of(Stream.concat(arguments.stream(), help).toArray(String[]::new));
    assertThat(run.code()).as("%s: %s", where, run.err()).isZero();
  }

  /** Runs command lines, one after the other, in a process that has the folder as its own. */
  private void run(List<String> script) throws IOException, InterruptedException {
    Path commands = Files.write(folder.resolve("commands.txt"), script);
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-cp",
                classPath(),
                Script.class.getName(),
                commands.getFileName().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int code = process.waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
  }

  /** A program that runs the command lines in a file until one fails. */
  static final class Script {
    private Script() {}

    public static void main(String[] arguments) throws IOException {
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        CommandRun run = CommandRun.of(line.split(" "));
        if (run.code() != 0) {
          System.err.println("rhyton " + line + System.lineSeparator() + run.err());
          System.exit(1);
        }
      }
    }
  }

  /** That of this process, from any folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void writeFiles() throws IOException {
    Files.copy(
        MODELS.resolve("user/keras-3.15.1/00001-image_graph/model.keras"),
        folder.resolve("model.keras"));
    Files.copy(
        MODELS.resolve("legacy/tf-keras-2.21.0/chain-convolutions.h5"), folder.resolve("old.h5"));
    Files.writeString(folder.resolve("classes.txt"), "ant\nbee\ncat\ndog\n");
    BufferedImage cat = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(cat, "jpg", folder.resolve("cat.jpg").toFile());
    for (String run : List.of("dropout", "batchnorm")) {
      Path history = Files.createDirectories(folder.resolve("runs").resolve(run));
      Files.writeString(
          history.resolve("history.csv"),
          "epoch,seconds,loss,val_loss\n1,2,0.5,0.6\n2,2,0.4,0.5\n");
    }
  }
}
