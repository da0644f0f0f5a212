package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.file.Folders;
import io.rhyton.python.Python;
import io.rhyton.python.PythonProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models of {@code keras.applications} are opened, predict and train in Java as in Keras, and are
 * opened by Keras again. {@code applications.py} writes them; nothing in it comes from Rhyton.
 *
 * <p>{@code -Drhyton.applications=all} takes every constructor, or those that it names, separated
 * by commas; otherwise only small models. {@code -Drhyton.applications.cases=body} takes one of the
 * cases {@code head}, {@code body} and {@code resized} only. The differences are written to {@code
 * target/applications}, from which {@code what_rhyton_opens.py} makes a table.
 */
@Tag("python")
class ApplicationsPythonTest {
  private static final String NAMES = System.getProperty("rhyton.applications", "");
  private static final List<String> SMALL =
      List.of("small_convnext", "nested_convnext", "small_mobilenet", "inception_resnet_blocks");
  private static final List<String> CASES =
      List.of(System.getProperty("rhyton.applications.cases", "head,body,resized").split(","));
  private static final Path RESULTS = Path.of("target", "applications");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final double PREDICTION = 1e-4;
  private static final double LOSS = 1e-4;

  /**
   * Of the change of all weights, and of that of one array. A value that rounding moves across the
   * kink of a ReLU has another gradient, which the normalizations of a deep model amplify: {@code
   * step_rounding.py} shows it for Keras itself, whose step of a ResNet152 in float32 is 5e-2 from
   * that in float64.
   */
  private static final double STEP = 1e-1;

  private static final double STEP_WORST = 2e-1;

  /**
   * Sets of weights and images, of which one must pass. Deep models amplify the rounding of some;
   * what is wrong is wrong for all.
   */
  private static final int SEEDS = 3;

  @TempDir private Path temporary;

  @Test
  void modelsAreOpenedAndTrainedInJavaAndOpenedInPythonAgain()
      throws IOException, InterruptedException {
    List<String> failures = new ArrayList<>();
    try (PythonProcess python = Python.find().open("applications.py", temporary)) {
      for (String name : names(python)) {
        for (String size : SMALL.contains(name) ? List.of("small") : CASES) {
          failures.addAll(failures(python, name, size));
        }
      }
    }
    assertThat(failures).isEmpty();
  }

  private static List<String> names(PythonProcess python) throws IOException, InterruptedException {
    if (NAMES.isEmpty()) {
      return SMALL;
    }
    return NAMES.equals("all")
        ? List.of(JSON.readValue(python.ask("list"), String[].class))
        : List.of(NAMES.split(",", -1));
  }

  /** Returns what is wrong with a model for each of a few sets of weights and images. */
  private List<String> failures(PythonProcess python, String name, String size)
      throws IOException, InterruptedException {
    List<String> failures = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      List<String> found = failures(python, name, size, seed);
      if (found.isEmpty()) {
        return List.of();
      }
      failures.addAll(found);
    }
    return failures;
  }

  /** Compares a model, writes the differences to a file, and returns those that are too large. */
  private List<String> failures(PythonProcess python, String name, String size, int seed)
      throws IOException, InterruptedException {
    String model = name + " " + size + " " + seed;
    try {
      ObjectNode result = compare(python, name, size, seed);
      Files.createDirectories(RESULTS);
      Files.writeString(RESULTS.resolve(name + "-" + size + ".json"), result + "\n");
      return result.get("differences").properties().stream()
          .filter(each -> !(each.getValue().doubleValue() <= bound(each.getKey())))
          .map(each -> model + ": " + each)
          .toList();
    } catch (RuntimeException | AssertionError e) {
      return List.of(model + ": " + e);
    }
  }

  private static double bound(String difference) {
    return switch (difference) {
      case "loss" -> LOSS;
      case "step" -> STEP;
      case "step_worst" -> STEP_WORST;
      default -> PREDICTION;
    };
  }

  private ObjectNode compare(PythonProcess python, String name, String size, int seed)
      throws IOException, InterruptedException {
    String question = name + " " + size;
    Path folder = temporary.resolve(name + "-" + size);
    try {
      ObjectNode result =
          JSON.createObjectNode().put("name", name).put("case", size).put("seed", seed);
      result.set("versions", answer(python, "versions"));
      result.set("model", answer(python, "write " + question + " " + seed));
      ObjectNode differences = result.putObject("differences");
      new ApplicationCase(folder).differences().forEach(differences::put);
      differences.setAll(answer(python, "check " + question));
      return result;
    } finally {
      Folders.delete(folder); // The files of a large model take gigabytes.
    }
  }

  private static ObjectNode answer(PythonProcess python, String question)
      throws IOException, InterruptedException {
    ObjectNode answer = (ObjectNode) JSON.readTree(python.ask(question));
    assertThat(answer.path("error").asText()).as(question).isEmpty();
    return answer;
  }
}
