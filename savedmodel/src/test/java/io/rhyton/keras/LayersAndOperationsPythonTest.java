package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.keras.CallCase.Outcome;
import io.rhyton.python.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model of each layer, operation, operator and activation function of Keras is opened and
 * predicts as in Keras, or is refused with a message that names it. {@code
 * layers_and_operations.py} writes the models; nothing in it comes from Rhyton.
 *
 * <p>Keras 2 and the newest Keras 3 write them, and with {@code -Drhyton.layers.keras=all} every
 * version that {@code setup.sh} installed. The results are written to {@code
 * target/layers-and-operations}, from which {@code what_rhyton_opens.py} makes tables.
 */
@Tag("python")
class LayersAndOperationsPythonTest {
  private static final boolean ALL = "all".equals(System.getProperty("rhyton.layers.keras"));
  private static final Path RESULTS = Path.of("target", "layers-and-operations");

  /** Where Rhyton predicts what Keras documents, and Keras something else. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "RandomCrop",
          "Keras since 3.8 returns images unchanged in inference, which contradicts the output shape"
              + " of the layer; Rhyton crops the center, as Keras documents");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> eachIsOpenedOrRefusedByItsName() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("the newest Keras", () -> assertAll("keras", Path.of(""))));
    for (Path version : Python.otherVersionsOf("tf_keras")) {
      tests.add(
          dynamicTest("tf_keras " + version.getFileName(), () -> assertAll("tf_keras", version)));
    }
    if (ALL) {
      for (Path version : Python.otherVersionsOf("keras")) {
        tests.add(dynamicTest("Keras " + version.getFileName(), () -> assertAll("keras", version)));
      }
    }
    return tests.stream();
  }

  private void assertAll(String packageName, Path path) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(temporary.resolve(packageName + "-" + path.getFileName()));
    Map<String, String> environment = Map.of("PYTHONPATH", path.toString());
    List<String> lines =
        Python.find().run("layers_and_operations.py", folder, environment, packageName);
    String version = CallCase.of(lines.get(lines.size() - 1), folder).name();
    OpenedOnPage page = OpenedOnPage.of(version.startsWith("2.") ? "Keras 2" : "Keras 3");
    List<String> failures = new ArrayList<>();
    ArrayNode results = JSON.createArrayNode();
    for (String line : lines.subList(0, lines.size() - 1)) {
      CallCase each = CallCase.of(line, folder);
      ObjectNode result = (ObjectNode) JSON.readTree(line);
      if (each.error().isEmpty()) {
        Outcome outcome = each.outcome();
        result.put("opened", outcome.isOpened()).put("refusal", outcome.refusal());
        String otherwise = OTHERWISE.get(each.name());
        if (outcome.isOpened() && otherwise != null && !outcome.failure().isEmpty()) {
          result.put("otherwise", otherwise);
        } else if (!outcome.failure().isEmpty()) {
          failures.add(each.call() + " " + outcome.failure());
        }
        if (!outcome.isOpened() && page.contains(each.kind(), each.name())) {
          failures.add(
              "%s is opened according to %s, which what_rhyton_opens.py writes"
                  .formatted(each.call(), OpenedOnPage.PAGE));
        }
      }
      results.add(result);
    }
    Files.createDirectories(RESULTS);
    Files.writeString(
        RESULTS.resolve(packageName + "-" + version + ".json"), results.toPrettyString() + "\n");
    assertThat(failures).as("%s %s", packageName, version).isEmpty();
  }
}
