package io.rhyton.examples.benchmark;

import io.rhyton.error.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: a program that runs each task in a new process.
 *
 * @param name name of the side
 * @param command command line, to which the task and its arguments are appended
 * @param fix what to do if the program fails, as a sentence
 */
record Contender(String name, List<String> command, String fix) {
  private static final String RESULT = "result=";

  /** Returns the side of Rhyton, on this JVM with its options, which are those of the launcher. */
  static Contender rhyton() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BenchmarkWorker.class.getName());
    return new Contender(
        "Rhyton", command, "Start the benchmark with the launcher, examples/target/rhyton.");
  }

  /** Returns the same side with a maximum heap size in MiB. */
  Contender withHeap(int mebibytes) {
    List<String> limited = new ArrayList<>(command);
    limited.add(limited.indexOf("-cp"), "-Xmx" + mebibytes + "m");
    return new Contender(name, limited, fix);
  }

  /**
   * Returns the side of Keras.
   *
   * @param python the Python interpreter
   * @param script {@code keras_benchmark.py}
   */
  static Contender keras(String python, Path script) {
    return new Contender(
        "Keras",
        List.of(python, script.toString()),
        "Install tensorflow-cpu and keras for "
            + python
            + ", or pass another interpreter with --python.");
  }

  /**
   * Runs the program and waits until it exits.
   *
   * @param task the task
   * @param images the image file
   * @param steps number of training steps to measure
   * @throws ModelException if the program cannot be started, fails or prints no result
   */
  Answer run(Task task, Path images, int steps) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(task.toString(), images.toString(), Integer.toString(steps)));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "2");
    try {
      Path errors = Files.createTempFile("rhyton-", ".log");
      try {
        return answer(builder.redirectError(Redirect.to(errors.toFile())), errors);
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new ModelException(
          name + ", task " + task, "a result", String.valueOf(e.getMessage()), fix, e);
    }
  }

  private static Answer answer(ProcessBuilder builder, Path errors) throws IOException {
    long start = System.nanoTime();
    @Nullable Answer answer = null;
    int code;
    try (ChildProcess process = ChildProcess.start(builder);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.output(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(RESULT)) {
          answer = new Answer(line.substring(RESULT.length()), (System.nanoTime() - start) / 1e9);
        }
      }
      code = process.exitCode();
    }
    if (code != 0 || answer == null) {
      throw new IOException("exit code " + code + " after '" + error(errors) + "'");
    }
    return answer;
  }

  /** Returns the last line that is not indented: the error in Python, its cause in Java. */
  private static String error(Path errors) throws IOException {
    try (Stream<String> lines = Files.lines(errors)) {
      return lines
          .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
          .reduce("", (before, line) -> line);
    }
  }
}
