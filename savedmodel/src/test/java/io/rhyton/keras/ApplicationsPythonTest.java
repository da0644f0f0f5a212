package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.python.Python;
import io.rhyton.python.PythonProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
   * kink of a ReLU has another gradient, which the normalizations of a deep model amplify.
   */
  private static final double STEP = 5e-2;

  private static final double STEP_WORST = 2e-1;

  @TempDir private static Path temporary;
  private static PythonProcess python;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    python = Python.find().open("applications.py", temporary);
  }

  @AfterAll
  static void end() {
    python.close();
  }

  static Stream<String> names() throws IOException, InterruptedException {
    if (NAMES.isEmpty()) {
      return SMALL.stream();
    }
    return NAMES.equals("all")
        ? Stream.of(JSON.readValue(python.ask("list"), String[].class))
        : Stream.of(NAMES.split(",", -1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void itIsOpenedAndTrainedInJavaAndOpenedInPythonAgain(String name)
      throws IOException, InterruptedException {
    for (String size : SMALL.contains(name) ? List.of("small") : CASES) {
      ObjectNode result = compare(name, size);
      Files.createDirectories(RESULTS);
      Files.writeString(RESULTS.resolve(name + "-" + size + ".json"), result + "\n");
      for (Map.Entry<String, JsonNode> difference : result.get("differences").properties()) {
        assertThat(difference.getValue().doubleValue())
            .as("%s of %s, %s", difference.getKey(), name, size)
            .isLessThanOrEqualTo(bound(difference.getKey()));
      }
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

  private ObjectNode compare(String name, String size) throws IOException, InterruptedException {
    String question = name + " " + size;
    Path folder = temporary.resolve(name + "-" + size);
    ObjectNode result = JSON.createObjectNode().put("name", name).put("case", size);
    result.set("versions", answer("versions"));
    result.set("model", answer("write " + question));
    ObjectNode differences = result.putObject("differences");
    new ApplicationCase(folder).differences().forEach(differences::put);
    differences.setAll(answer("check " + question));
    // The files of a large model take gigabytes.
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return result;
  }

  private static ObjectNode answer(String question) throws IOException, InterruptedException {
    ObjectNode answer = (ObjectNode) JSON.readTree(python.ask(question));
    assertThat(answer.path("error").asText()).as(question).isEmpty();
    return answer;
  }
}
