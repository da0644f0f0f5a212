package io.rhyton.examples.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own. */
public final class CommandProcess {
  private CommandProcess() {}

  /** A process that runs {@code rhyton} with these arguments when it is started. */
  public static ProcessBuilder of(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Rhyton.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
