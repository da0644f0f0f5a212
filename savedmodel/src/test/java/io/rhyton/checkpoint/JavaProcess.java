package io.rhyton.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java programs of the tests, run as separate processes. */
public final class JavaProcess {
  private JavaProcess() {}

  /**
   * Starts a program.
   *
   * @param prefix the command that runs Java; empty to run it directly
   * @param output the file for its output
   */
  public static Process start(
      List<String> prefix, Class<?> program, Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
