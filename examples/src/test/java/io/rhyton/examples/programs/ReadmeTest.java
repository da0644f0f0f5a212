package io.rhyton.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.layer.Layer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the README and the table of layers against the code. */
class ReadmeTest {
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String PROGRAM =
      """
      import static io.rhyton.model.layer.ActivationFunction.*;
      import static io.rhyton.model.shape.Padding.*;
      import static io.rhyton.execution.Precision.*;
      import io.rhyton.callback.*;
      import io.rhyton.checkpoint.*;
      import io.rhyton.data.*;
      import io.rhyton.keras.*;
      import io.rhyton.model.*;
      import io.rhyton.model.layer.*;
      import io.rhyton.model.training.*;
      import io.rhyton.report.*;
      import io.rhyton.savedmodel.*;
      import io.rhyton.source.*;
      import io.rhyton.training.*;
      import java.nio.file.Path;
      import java.util.Iterator;
      import java.util.List;
      import java.util.Map;

      abstract class Readings implements Iterator<Dataset> {
        static Readings of(Path file) {
          throw new UnsupportedOperationException();
        }
      }

      class Program {
        Model model;
        Path path;
        Path file;
        Dataset train;
        Dataset test;
        float[] weights;

        void run() throws Exception {
      %s
        }
      }
      """;

  @Test
  void everyJavaExampleCompiles(@TempDir Path classes) throws IOException {
    Matcher blocks = JAVA_BLOCK.matcher(readme());
    assertThat(blocks.find()).isTrue();
    blocks.reset();
    while (blocks.find()) {
      assertThat(errors(PROGRAM.formatted(blocks.group(1)), classes)).isEmpty();
    }
  }

  private static List<String> errors(String program, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return program;
          }
        };
    compiler.getTask(new StringWriter(), null, diagnostics, options, null, List.of(source)).call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  @Test
  void everyLayerIsInTheTable() throws IOException {
    String table =
        Files.readString(Path.of("..", "tf-model", "LAYERS.md"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .collect(Collectors.joining("\n"));
    assertThat(records(Layer.class))
        .isNotEmpty()
        .allSatisfy(layer -> assertThat(table).contains("`" + layer.getSimpleName() + "`"));
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(ReadmeTest::records);
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "README.md"));
  }
}
