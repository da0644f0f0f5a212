package io.rhyton.keras;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.keras.model.ConfigReader;
import io.rhyton.keras.model.ParsedConfig;
import io.rhyton.model.layer.Layer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Configurations as text, and the results of reading them. */
public final class ConfigTexts {
  static final String FRAME =
      "Keras model 'model.keras': expected config.json to describe a model that Rhyton"
          + " supports, got ";
  static final String FIX = ". Replace these parts in Python, and save the model again.";

  private ConfigTexts() {}

  /** Returns a sequential model of images of 8 by 8 pixels with 3 channels. */
  public static String chain(String... layers) {
    return sequential(
        """
        {"class_name": "InputLayer", "config": {"name": "image", "batch_shape": [null, 8, 8, 3]}}\
        """,
        layers);
  }

  private static String sequential(String input, String... layers) {
    return "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"model\", \"layers\": ["
        + input
        + (layers.length == 0 ? "" : ", " + String.join(", ", layers))
        + "]}}";
  }

  public static String layer(String className, String name, String options) {
    return "{\"class_name\": \"%s\", \"config\": {\"name\": \"%s\"%s}}"
        .formatted(className, name, options.isEmpty() ? "" : ", " + options);
  }

  /** Returns a functional model; the layers are complete objects. */
  static String graph(String inputs, String outputs, String... layers) {
    return """
        {"class_name": "Functional", "config": {"name": "model", "layers": [%s],
         "input_layers": %s, "output_layers": %s}}\
        """
        .formatted(String.join(", ", layers), inputs, outputs);
  }

  static String input(String name) {
    return """
        {"class_name": "InputLayer", "name": "%s", "inbound_nodes": [],
         "config": {"name": "%s", "batch_shape": [null, 8, 8, 3]}}\
        """
        .formatted(name, name);
  }

  static String node(String className, String name, String options, String inboundNodes) {
    return """
        {"class_name": "%s", "name": "%s", "inbound_nodes": %s, "config": {"name": "%s"%s}}\
        """
        .formatted(className, name, inboundNodes, name, options.isEmpty() ? "" : ", " + options);
  }

  public static ParsedConfig read(String text) {
    return ConfigReader.read(
        GoldenConfigs.SOURCE, "config.json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a layer read with these options. */
  public static Layer layerOf(String className, String options) {
    return read(chain(layer(className, "tested", options))).model().layers().get(1).layer();
  }

  static String errorOf(String text) {
    return errorOf(text.getBytes(StandardCharsets.UTF_8));
  }

  static String errorOf(byte[] text) {
    ArtifactException error =
        catchThrowableOfType(
            ArtifactException.class,
            () -> ConfigReader.read(GoldenConfigs.SOURCE, "config.json", text));
    return error == null ? "no error" : String.valueOf(error.getMessage());
  }

  /** Returns the findings in a model, one line each, without the surrounding message. */
  public static List<String> findings(String text) {
    return findingsIn(errorOf(text));
  }

  static List<String> findingsIn(String message) {
    if (!message.startsWith(FRAME) || !message.endsWith(FIX)) {
      return List.of("not in the frame: " + message);
    }
    String lines = message.substring(FRAME.length(), message.length() - FIX.length());
    return List.of(lines.split("\n  ")).subList(1, lines.split("\n  ").length);
  }
}
