package io.rhyton.keras;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.model.ModelSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The configuration of every constructor of {@code keras.applications}, with its head, which {@code
 * applications.py} wrote; {@link ApplicationsPythonTest} trains some of the models, or all.
 */
class ApplicationFilesTest {
  private static final int CONSTRUCTORS = 40;

  @Test
  void everyApplicationIsReadWithAllItsWeights() throws IOException {
    Map<String, byte[]> files = files();
    JsonNode expected = GoldenConfigs.tree(Objects.requireNonNull(files.remove("weights.json")));
    assertThat(files).hasSize(CONSTRUCTORS);
    files.forEach(
        (name, config) -> {
          String constructor = name.replace(".json", "");
          ModelSpec model = ConfigReader.read(GoldenConfigs.SOURCE, "config.json", config).model();
          assertThat(weights(model))
              .as(constructor)
              .isEqualTo(expected.get(constructor).longValue());
        });
  }

  private static long weights(ModelSpec model) {
    return model.resolve().weights().stream().mapToLong(weight -> weight.shape().size()).sum();
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream archive =
        new ZipInputStream(
            new ByteArrayInputStream(GoldenConfigs.bytes("keras-3.15.1/applications.zip")))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        files.put(entry.getName(), archive.readAllBytes());
      }
    }
    return files;
  }
}
