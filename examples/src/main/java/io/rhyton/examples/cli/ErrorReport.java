package io.rhyton.examples.cli;

import io.rhyton.error.ModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints an error as one line, and its stack trace on request. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier stacktrace;

  ErrorReport(BooleanSupplier stacktrace) {
    this.stacktrace = stacktrace;
  }

  /** Reports an invalid command line. */
  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    print(line, exception, exception.getMessage() + " (see " + command + " --help)");
    return ExitCode.USAGE;
  }

  /** Reports a command that failed. */
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine line, ParseResult parseResult) {
    print(line, exception, text(exception));
    return ExitCode.SOFTWARE;
  }

  /** Messages written for users stand alone; others mean little without the exception type. */
  private static String text(Exception exception) {
    boolean forUsers =
        exception instanceof ModelException || exception instanceof IllegalArgumentException;
    if (forUsers) {
      return String.valueOf(exception.getMessage());
    }
    return exception instanceof IOException
        ? exception.toString()
        : exception + " (see --stacktrace)";
  }

  private void print(CommandLine line, Exception exception, String text) {
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText("rhyton: " + text));
    if (stacktrace.getAsBoolean()) {
      exception.printStackTrace(err);
    }
    err.flush();
  }
}
