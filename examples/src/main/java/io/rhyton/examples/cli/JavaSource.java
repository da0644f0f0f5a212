package io.rhyton.examples.cli;

import io.rhyton.codegen.KerasSource;
import io.rhyton.keras.KerasFile;
import io.rhyton.keras.KerasModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the Java code that builds a model. */
@Command(name = "java-source", description = "Prints the Java code that builds a model.")
final class JavaSource implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "A .keras or .h5 file, a config.json file, or a SavedModel folder of Keras 2.")
  private Path file = Path.of("");

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "Name of the generated class (default: ${DEFAULT-VALUE}).")
  private String className = "Network";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(text(className, KerasFile.read(file)));
    out.flush();
    return 0;
  }

  static String text(String className, KerasModel model) {
    return model
        .compileSpec()
        .map(compile -> KerasSource.print(className, model.spec(), compile))
        .orElseGet(() -> KerasSource.print(className, model.spec()));
  }
}
