package io.rhyton.examples.benchmark;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.examples.cli.CommandProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Windows has no SIGTERM: there, ending a process gives it no chance to react. */
@DisabledOnOs(OS.WINDOWS)
class BenchmarkProcessTest {
  private static final int SIGTERM_EXIT_CODE = 128 + 15;

  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void terminatingTheBenchmarkKillsPythonAndItsChildren() throws Exception {
    Path pids = folder.resolve("pids");
    ProcessBuilder builder =
        CommandProcess.of("benchmark", "--only", "fit", "--python", sleepingPython(pids).toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    // What is left of the killed benchmark is deleted with the folder.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
    Process benchmark = builder.start();
    try {
      List<ProcessHandle> python = processes(pids);
      assertThat(python).hasSize(2).allMatch(ProcessHandle::isAlive);

      benchmark.destroy();

      assertThat(benchmark.waitFor()).isEqualTo(SIGTERM_EXIT_CODE);
      for (ProcessHandle process : python) {
        assertThat(process.onExit()).succeedsWithin(20, SECONDS);
      }
    } finally {
      benchmark.destroyForcibly();
    }
  }

  /** A stand-in that writes its process ID and that of a child process, and then sleeps. */
  private Path sleepingPython(Path pids) throws IOException {
    Path script = folder.resolve("python");
    Files.writeString(
        script,
        """
        #!/bin/sh
        sleep 300 &
        echo $$ $! > '%1$s.tmp' && mv '%1$s.tmp' '%1$s'
        wait
        """
            .formatted(pids));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private static List<ProcessHandle> processes(Path pids) throws Exception {
    while (!Files.exists(pids)) {
      Thread.sleep(50);
    }
    return List.of(Files.readString(pids).strip().split(" ")).stream()
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }
}
