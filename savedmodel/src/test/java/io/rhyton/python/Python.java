package io.rhyton.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Python interpreter for the scripts in {@code src/test/python}: the one in {@code
 * RHYTON_PYTHON}, or else that of {@code setup.sh}.
 *
 * <p>If it or a package is missing, the test is skipped, or fails if {@code RHYTON_REQUIRE_PYTHON}
 * is 1.
 *
 * @param interpreter the executable
 */
public record Python(Path interpreter) {
  private static final Path SCRIPTS = Path.of("src", "test", "python");
  private static final String ADVICE =
      ". Run savedmodel/src/test/python/setup.sh, or set RHYTON_PYTHON to a Python with the"
          + " packages in requirements.txt beside it.";
  private static final int PACKAGE_MISSING = 3;

  /** How long a script, or one answer of it, may take; {@code -Drhyton.python.minutes} sets it. */
  static final int MINUTES = Integer.getInteger("rhyton.python.minutes", 10);

  /** Finds the interpreter, or skips the test. */
  public static Python find() {
    String named = System.getenv("RHYTON_PYTHON");
    if (named != null && !named.isEmpty()) {
      return new Python(Path.of(named));
    }
    for (String place : List.of("bin/python", "Scripts/python.exe")) {
      Path own = SCRIPTS.resolve(".venv").resolve(place);
      if (Files.exists(own)) {
        return new Python(own.toAbsolutePath());
      }
    }
    throw skip("there is no Python in savedmodel/src/test/python/.venv");
  }

  /**
   * Returns folders with other versions of a package than the installed one, each to be put first
   * on Python's path; see {@code setup.sh}.
   */
  public static List<Path> otherVersionsOf(String packageName) throws IOException {
    Path versions = SCRIPTS.resolve(".venv").resolve(packageName);
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders.map(Path::toAbsolutePath).sorted().toList();
    }
  }

  /**
   * Runs a script and returns its lines on standard output.
   *
   * @param script its name
   * @param folder its only argument, where its output is also stored
   */
  public List<String> run(String script, Path folder) throws IOException, InterruptedException {
    return run(script, folder, Map.of());
  }

  /**
   * Runs a script and returns its lines on standard output.
   *
   * @param script its name
   * @param folder its first argument, where its output is also stored
   * @param environment variables to set
   * @param arguments further arguments
   */
  public List<String> run(
      String script, Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve(script + ".out");
    Path errors = folder.resolve(script + ".err");
    ProcessBuilder builder = builder(script, folder).redirectOutput(output.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    Process process = start(builder);
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
          .as("%s ends within %s minutes", script, MINUTES)
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == PACKAGE_MISSING) {
      throw skip(interpreter + " lacks a package: " + Files.readString(errors).strip());
    }
    assertThat(process.exitValue())
        .as("exit status of %s, which said%n%s", script, Files.readString(errors))
        .isZero();
    return Files.readAllLines(output);
  }

  /**
   * Starts a script that answers lines, and waits until it is ready.
   *
   * @param script its name
   * @param folder its only argument, where its standard error is stored
   */
  @MustBeClosed
  public PythonProcess open(String script, Path folder) throws IOException, InterruptedException {
    Path errors = folder.resolve(script + ".err");
    PythonProcess process = new PythonProcess(start(builder(script, folder)), errors);
    if (process.answer() == null) {
      process.close();
      throw process.exitStatus() == PACKAGE_MISSING
          ? skip(interpreter + " lacks a package: " + Files.readString(errors).strip())
          : new AssertionError(script + " does not start:\n" + Files.readString(errors));
    }
    return process;
  }

  /**
   * With oneDNN on every processor: without it TensorFlow cannot compute a transposed convolution
   * with a dilation, and its gradient of average pooling is wrong for windows larger than an image.
   */
  private ProcessBuilder builder(String script, Path folder) {
    ProcessBuilder builder =
        new ProcessBuilder(
                interpreter.toString(), "-B", SCRIPTS.resolve(script).toString(), folder.toString())
            .redirectError(folder.resolve(script + ".err").toFile());
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", "1");
    return builder;
  }

  private Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw skip(interpreter + " does not start");
    }
  }

  /** Skips the test by throwing, or returns the failure to throw if skipping is not allowed. */
  private static AssertionError skip(String reason) {
    if ("1".equals(System.getenv("RHYTON_REQUIRE_PYTHON"))) {
      return new AssertionError(
          "RHYTON_REQUIRE_PYTHON is 1, and the Python tests cannot run: " + reason + ADVICE);
    }
    String message = "Python tests skipped: " + reason + ADVICE;
    System.out.println(message);
    return abort(message);
  }
}
