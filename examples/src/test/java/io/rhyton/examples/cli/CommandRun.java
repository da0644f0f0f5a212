package io.rhyton.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The result of a command line that ran in this process.
 *
 * @param code the exit code
 * @param out the text on the standard output stream
 * @param err the text on the standard error stream
 */
public record CommandRun(int code, String out, String err) {

  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Rhyton.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    return new CommandRun(line.execute(arguments), out.toString(), err.toString());
  }
}
