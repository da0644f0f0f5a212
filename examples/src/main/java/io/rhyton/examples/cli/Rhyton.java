package io.rhyton.examples.cli;

import io.rhyton.examples.benchmark.Benchmark;
import io.rhyton.examples.programs.TrainCifar10;
import io.rhyton.examples.programs.prediction.Predict;
import io.rhyton.examples.programs.segmentation.Segment;
import io.rhyton.examples.programs.transfer.FineTune;
import io.rhyton.examples.programs.transfer.Transfer;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "rhyton",
    description = "Trains, inspects, converts and runs Keras models in Java.",
    subcommands = {
      TrainCifar10.class,
      Segment.class,
      FineTune.class,
      Transfer.class,
      Curves.class,
      Inspect.class,
      Convert.class,
      JavaSource.class,
      Predict.class,
      ListDevices.class,
      Benchmark.class
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND")
public final class Rhyton implements Callable<Integer> {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean stacktrace;

  @Spec private @Nullable CommandSpec spec;

  private Rhyton() {}

  /**
   * Runs a command and exits with code 0 on success, 1 after an error, or 2 if the command line is
   * invalid.
   *
   * @param arguments a command and its options, which {@code --help} lists
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    Rhyton rhyton = new Rhyton();
    ErrorReport report = new ErrorReport(() -> rhyton.stacktrace);
    return new CommandLine(rhyton)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(report)
        .setExecutionExceptionHandler(report);
  }

  /** Prints the help, as no command was given. */
  @Override
  public Integer call() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getErr());
    return ExitCode.USAGE;
  }
}
