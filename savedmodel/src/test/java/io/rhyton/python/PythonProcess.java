package io.rhyton.python;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A script that keeps running and answers each input line with one line. */
public final class PythonProcess implements AutoCloseable {
  private final Process process;
  private final Path errors;
  private final BufferedReader answers;
  private final Writer questions;

  PythonProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Sends a line and waits for the answer. Fails the test if the script ends or takes minutes. */
  public String ask(String question) throws IOException, InterruptedException {
    questions.write(question + "\n");
    questions.flush();
    String answer = answer();
    return answer == null ? fail("Python ended:\n" + Files.readString(errors)) : answer;
  }

  /** Returns the next line; null if the script ended. */
  @Nullable String answer() throws IOException, InterruptedException {
    CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::line);
    try {
      return line.get(Python.MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      return fail(
          "Python has no answer after " + Python.MINUTES + " minutes:\n" + Files.readString(errors),
          e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private @Nullable String line() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int exitStatus() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the script. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
