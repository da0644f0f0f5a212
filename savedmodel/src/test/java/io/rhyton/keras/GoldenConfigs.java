package io.rhyton.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The configurations that {@code keras_configs.py} wrote, and related files. */
public final class GoldenConfigs {
  static final ConfigSource SOURCE = new ConfigSource("Keras model", Path.of("model.keras"));

  private static final JsonMapper MAPPER = new JsonMapper();

  private GoldenConfigs() {}

  /** Reads the {@code config.json} of a {@code .keras} file. */
  public static ParsedConfig read(String version, String model) {
    return ConfigReader.read(SOURCE, "config.json", bytes(version + "/" + model + ".json"));
  }

  /** Reads the attributes of an {@code .h5} file. */
  public static ParsedConfig readLegacy(String version, String model) {
    JsonNode attributes = tree(version + "/" + model + ".h5.json");
    byte[] config = ConfigJson.bytes(attributes.get("model_config"));
    JsonNode training = attributes.path("training_config");
    return training.isMissingNode()
        ? ConfigReader.read(SOURCE, "model_config", config)
        : ConfigReader.read(
            SOURCE, "model_config", config, "training_config", ConfigJson.bytes(training));
  }

  public static JsonNode tree(String name) {
    return tree(bytes(name));
  }

  public static JsonNode tree(byte[] text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String name) {
    try (InputStream text = GoldenConfigs.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return text.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
