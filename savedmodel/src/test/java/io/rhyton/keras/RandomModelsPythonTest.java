package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.python.Python;
import io.rhyton.python.PythonProcess;
import io.rhyton.python.PythonResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keras and Java agree on random models: on shapes, the number of parameters, predictions, and the
 * weights after a training step. {@code random_models.py} is the Python half.
 *
 * <p>{@code -Drhyton.random.models=5000} sets their number, {@code -Drhyton.random.first=300} the
 * first seed. A case that differs is minimized and printed as Java.
 */
@Tag("python")
class RandomModelsPythonTest {
  private static final int COUNT = Integer.getInteger("rhyton.random.models", 200);
  private static final int FIRST = Integer.getInteger("rhyton.random.first", 0);
  private static final int MOST_SHOWN = 3;

  @TempDir private Path temporary;

  @Test
  void kerasAndJavaAgreeOnRandomModels()
      throws IOException, InterruptedException, ExecutionException {
    Map<RandomCase, PythonResult> failing = new LinkedHashMap<>();
    Map<String, Integer> ends = new TreeMap<>();
    ExecutorService asking = Executors.newSingleThreadExecutor();
    try (PythonProcess python = Python.find().open("random_models.py", temporary)) {
      Map<RandomCase, Future<PythonResult>> answers = new LinkedHashMap<>();
      for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
        RandomCase drawn = RandomCase.draw(seed);
        answers.put(drawn, answer(drawn, python, asking));
      }
      for (Map.Entry<RandomCase, Future<PythonResult>> answer : answers.entrySet()) {
        PythonResult result = answer.getValue().get();
        ends.merge(result.check(), 1, Integer::sum);
        if (!result.error().isEmpty()) {
          failing.put(answer.getKey(), result);
        }
      }
      List<String> smallest = new ArrayList<>();
      for (Map.Entry<RandomCase, PythonResult> failed : failing.entrySet()) {
        if (smallest.size() < MOST_SHOWN) {
          smallest.add(shrunk(failed.getKey(), failed.getValue(), python, asking));
        }
      }
      assertThat(failing.keySet().stream().map(RandomCase::seed))
          .as(
              "seeds of %s that differ, the first ones minimized:%n%s",
              ends, String.join("\n\n", smallest))
          .isEmpty();
    } finally {
      asking.shutdown();
    }
    assertThat(ends.getOrDefault("unstable", 0))
        .as("models that magnify rounding, of %s", COUNT)
        .isLessThanOrEqualTo(1 + COUNT / 20);
  }

  private String shrunk(
      RandomCase failing, PythonResult result, PythonProcess python, ExecutorService asking) {
    PythonResult[] last = {result};
    RandomCase smallest =
        CaseMinimizer.smallest(
            failing,
            candidate -> {
              try {
                PythonResult other = answer(candidate, python, asking).get();
                boolean same = other.check().equals(result.check()) && !other.error().isEmpty();
                if (same) {
                  last[0] = other;
                }
                return same;
              } catch (IOException | ExecutionException e) {
                throw new AssertionError(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
              }
            });
    return smallest.source() + last[0].error();
  }

  /**
   * Writes a case and requests the answer asynchronously, so that the next one is written
   * meanwhile.
   */
  private Future<PythonResult> answer(
      RandomCase drawn, PythonProcess python, ExecutorService asking) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "grown_" + drawn.seed() + "_");
    try {
      drawn.write(folder);
    } catch (RuntimeException e) {
      String error = e + "\n" + Stream.of(e.getStackTrace()).limit(12).toList();
      return asking.submit(
          () -> new PythonResult(e.getClass().getSimpleName(), drawn.spec().name(), error));
    }
    return asking.submit(
        () -> {
          PythonResult result = PythonResult.of(python.ask(folder.toAbsolutePath().toString()));
          delete(folder);
          return result;
        });
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
