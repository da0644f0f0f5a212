package io.rhyton.examples.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that does not outlive this one: it is killed, along with every process that it started,
 * when it is closed or when this JVM shuts down, for instance on Ctrl-C or SIGTERM.
 */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Thread shutdownHook = new Thread(this::kill, "kill-child-process");

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the process.
   *
   * @throws IOException if it cannot be started
   */
  static ChildProcess start(ProcessBuilder builder) throws IOException {
    ChildProcess child = new ChildProcess(builder.start());
    try {
      Runtime.getRuntime().addShutdownHook(child.shutdownHook);
    } catch (IllegalStateException e) {
      // The JVM began to shut down after the process was started.
      child.kill();
      throw e;
    }
    return child;
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** Waits until the process has exited and returns its exit code. */
  int exitCode() {
    return process.onExit().join().exitValue();
  }

  /** Descendants are listed first: those of a process that has exited can no longer be found. */
  private void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook kills the process again, which does no harm.
    }
  }
}
