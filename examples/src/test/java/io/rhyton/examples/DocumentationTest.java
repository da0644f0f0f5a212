package io.rhyton.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.FanAxes;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.UnitForgetBias;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README and the pages in docs say, checked against the code. */
class DocumentationTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern CALLBACK =
      Pattern.compile("^public [^{]*\\bimplements [^{]*\\bCallback\\b", Pattern.MULTILINE);

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?) *\\* *\\}</pre>", Pattern.DOTALL);

  /** A type, a file or a folder. */
  private static final Pattern NAME =
      Pattern.compile("[A-Z]\\w+[a-z]\\w*|[\\w./-]+\\.(java|py|json|md)|[\\w-]+/[\\w/-]+");

  /** What every Java block and every cell below the heading "Java" can refer to. */
  private static final String PROGRAM =
      """
      import static io.rhyton.model.layer.ActivationFunction.*;
      import static io.rhyton.model.layer.Reduction.Operator.*;
      import static io.rhyton.model.layer.UnaryOperation.Operator.*;
      import static io.rhyton.model.shape.Padding.*;
      import static io.rhyton.model.shape.Sizes.*;
      import static io.rhyton.execution.DTypePolicy.*;
      import io.rhyton.applications.*;
      import io.rhyton.callback.*;
      import io.rhyton.checkpoint.*;
      import io.rhyton.data.*;
      import io.rhyton.datasets.*;
      import io.rhyton.data.csv.*;
      import io.rhyton.data.image.*;
      import io.rhyton.data.tfrecord.*;
      import io.rhyton.execution.*;
      import io.rhyton.history.*;
      import io.rhyton.inference.*;
      import io.rhyton.keras.*;
      import io.rhyton.model.*;
      import io.rhyton.model.layer.*;
      import io.rhyton.model.augmentation.*;
      import io.rhyton.model.compile.*;
      import io.rhyton.model.objective.*;
      import io.rhyton.model.optimizer.*;
      import io.rhyton.model.schedule.*;
      import io.rhyton.model.shape.*;
      import io.rhyton.model.weight.*;
      import io.rhyton.pretrained.*;
      import io.rhyton.report.*;
      import io.rhyton.savedmodel.*;
      import io.rhyton.codegen.*;
      import io.rhyton.training.*;
      import io.rhyton.training.fit.*;
      import io.rhyton.training.progress.*;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.Iterator;
      import java.util.List;
      import java.util.Map;
      import java.util.function.Supplier;
      import java.util.stream.Stream;
      import org.tensorflow.ndarray.FloatNdArray;
      import org.tensorflow.ndarray.Shape;

      abstract class Readings%1$d implements Iterator<Dataset> {
        static Readings%1$d of(Path file) {
          throw new UnsupportedOperationException();
        }
      }

      class Program%1$d {
        ModelSpec spec;
        Model model;
        Path path;
        Path file;
        Dataset train;
        Dataset validation;
        Dataset test;
        float[] weights;
        float[] sample;
        float[] pixels;
        int[] labels;
        Node<Image> image;
        Node<Image> other;
        Node<Sequence> steps;
        Node<FeatureVector> vector;

        void run() throws Exception {
      %2$s
        }
      }
      """;

  @Test
  void everyJavaBlockCompiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String block : page.blocks("java")) {
        sources.add(
            program(
                page.path(),
                sources.size(),
                block.replace("Readings", "Readings" + sources.size())));
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(errors(sources, classes)).isEmpty();
  }

  @Test
  void everyExampleInJavadocCompiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (SourceFile file : SourceFile.main()) {
      Matcher example = EXAMPLE.matcher(file.text());
      while (example.find()) {
        String code = example.group(1).replaceAll("(?m)^ *\\* ?", "");
        sources.add(
            program(
                file.path(),
                sources.size(),
                code.endsWith(";\n") || code.endsWith("}\n") || code.contains("//")
                    ? code
                    : "Object made = " + code + ";"));
      }
    }
    assertThat(sources).hasSizeGreaterThan(50);
    assertThat(errors(sources, classes)).isEmpty();
  }

  /** An expression, or a statement if it ends with a semicolon. */
  @Test
  void everyCellOfJavaCompiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String code : page.cells("Java")) {
        String statement = code.endsWith(";") ? code : "Object made = " + code + ";";
        sources.add(program(page.path(), sources.size(), statement));
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(errors(sources, classes)).isEmpty();
  }

  private static JavaFileObject program(Path path, int number, String statements) {
    String program = PROGRAM.formatted(number, statements);
    URI uri = URI.create("string:///" + path.getFileName() + "/" + number + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return program;
      }
    };
  }

  private static List<String> errors(List<JavaFileObject> sources, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
    compiler.getTask(new StringWriter(), null, diagnostics, options, null, sources).call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(DocumentationTest::text)
        .toList();
  }

  private static String text(Diagnostic<? extends JavaFileObject> error) {
    JavaFileObject source = error.getSource();
    if (source == null) {
      return error.getMessage(Locale.ROOT);
    }
    try {
      String line =
          source
              .getCharContent(true)
              .toString()
              .lines()
              .toList()
              .get((int) error.getLineNumber() - 1);
      return source.getName() + ": " + error.getMessage(Locale.ROOT) + " in: " + line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyLinkLeadsToAFileOrAHeading() throws IOException {
    for (MarkdownPage page : MarkdownPage.all()) {
      for (String link : page.links()) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page.path() : page.path().resolveSibling(file);
        assertThat(target).as(page.path() + " links to " + link).exists();
        if (hash >= 0) {
          assertThat(MarkdownPage.read(target).anchors())
              .as(page.path() + " links to " + link)
              .contains(link.substring(hash + 1));
        }
      }
    }
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(130);
  }

  @Test
  void everyPageIsLinkedFromTheIndex() throws IOException {
    Path index = Path.of("..", "docs", "README.md");
    List<Path> linked = new ArrayList<>();
    for (Path page : List.of(index, index.resolveSibling("decisions").resolve("README.md"))) {
      MarkdownPage.read(page).links().stream()
          .map(link -> page.resolveSibling(link).normalize())
          .forEach(linked::add);
    }
    assertThat(MarkdownPage.all())
        .map(page -> page.path().normalize())
        .filteredOn(
            path ->
                path.startsWith(index.getParent().normalize()) && !path.equals(index.normalize()))
        .isSubsetOf(linked);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Layer.class,
        Optimizer.class,
        LearningRate.class,
        Loss.class,
        Metric.class,
        Initializer.class,
        Regularizer.class,
        Constraint.class
      })
  void everyRecordIsInATable(Class<?> kind) throws IOException {
    // A number, and options of layers.
    Set<Class<?>> without = Set.of(ConstantLearningRate.class, FanAxes.class, UnitForgetBias.class);
    String rows =
        MarkdownPage.all().stream()
            .filter(page -> page.path().getParent().endsWith("layers"))
            .flatMap(page -> page.text().lines())
            .filter(line -> line.startsWith("| "))
            .collect(Collectors.joining("\n"));
    assertThat(
            records(kind)
                .filter(type -> !without.contains(type))
                .map(Class::getSimpleName)
                .filter(name -> !rows.contains("`" + name + "`")))
        .as("%s types in no table; add a row in docs/layers", kind.getSimpleName())
        .isEmpty();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(DocumentationTest::records)
        : Stream.of(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANGELOG.md", "docs/training.md", "docs/coming-from-keras.md"})
  void everyCallbackIsOnThePage(String page) throws IOException {
    List<String> without =
        page.endsWith("keras.md") ? List.of("StopSignal", "TimeLimit") : List.of();
    String text = Files.readString(README.resolveSibling(page));
    List<String> callbacks =
        SourceFile.main().stream()
            .filter(file -> CALLBACK.matcher(file.text()).find())
            .map(SourceFile::typeName)
            .toList();
    assertThat(callbacks).contains("EarlyStopping", "BackupAndRestore");
    assertThat(
            callbacks.stream()
                .filter(name -> !without.contains(name))
                .filter(name -> !text.contains("`" + name) && !text.contains(name + ".of(")))
        .as("callbacks that %s does not name", page)
        .isEmpty();
  }

  @Test
  void everythingThatANewTypeTouchesExists() throws IOException {
    Set<String> types =
        Stream.concat(SourceFile.main().stream(), SourceFile.test().stream())
            .map(SourceFile::typeName)
            .collect(Collectors.toSet());
    Set<String> files;
    try (Stream<Path> all =
        Files.walk(README.resolveSibling("graph-builder").resolve("src/test"))) {
      files = all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }
    MarkdownPage page = MarkdownPage.read(README.resolveSibling("docs/adding-a-layer.md"));
    assertThat(
            page.code().stream()
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> !types.contains(name) && !files.contains(name))
                .filter(name -> !Files.exists(README.resolveSibling(name))))
        .as("names on %s of types and files that do not exist", page.path())
        .isEmpty();
  }
}
