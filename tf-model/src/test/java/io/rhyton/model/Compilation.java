package io.rhyton.model;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a sequential model as part of a user's source file and collects the errors. */
final class Compilation {
  private static final String SOURCE =
      """
      import static io.rhyton.model.layer.ActivationFunction.RELU;
      import static io.rhyton.model.shape.Padding.SAME;
      import io.rhyton.model.ModelSpec;
      import io.rhyton.model.Sequential;
      import io.rhyton.model.layer.*;
      import io.rhyton.model.shape.*;

      class Program {
        ModelSpec spec() {
          return %s;
        }
      }
      """;

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Shared, because opening the class path takes most of the compilation time. */
  private static final InMemoryFiles FILES =
      new InMemoryFiles(COMPILER.getStandardFileManager(null, null, null));

  private Compilation() {}

  /**
   * Returns the compile errors of a program that returns the given expression; empty if it
   * compiles.
   */
  static List<String> errorsOf(String expression) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"));
    COMPILER
        .getTask(
            new StringWriter(),
            FILES,
            diagnostics,
            options,
            null,
            List.of(new Source(SOURCE.formatted(expression))))
        .call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Program.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
