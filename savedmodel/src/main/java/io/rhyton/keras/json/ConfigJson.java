package io.rhyton.keras.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rhyton.error.MessageText;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Parses and writes JSON, with bounds on the cost of hostile input. */
public final class ConfigJson {
  /** The configuration of ResNet50 has 175,000 bytes. */
  public static final int MOST_BYTES = 32 << 20;

  private static final int MOST_TOKENS = 1_000_000;
  private static final int MOST_LEVELS = 250;
  private static final int LONGEST_NUMBER = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(MOST_TOKENS)
                          .maxNestingDepth(MOST_LEVELS)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  // Python writes NaN and Infinity; they are rejected later, where their path is
                  // known.
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .build();

  private ConfigJson() {}

  /**
   * Parses a JSON text.
   *
   * @param source the file that contains it
   * @param name the name of the text in the file
   * @throws io.rhyton.artifact.ArtifactException if it is not JSON, or larger than any model needs
   */
  public static JsonNode parse(ConfigSource source, String name, byte[] text) {
    if (text.length > MOST_BYTES) {
      throw source.mismatch(
          name + " to have at most " + MOST_BYTES + " bytes",
          Integer.toString(text.length),
          "This is not the configuration of a Keras model.");
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      return parse(source, name, parser);
    } catch (IOException e) {
      throw noJson(source, name, "", e);
    }
  }

  private static JsonNode parse(ConfigSource source, String name, JsonParser parser) {
    try {
      JsonNode tree = parser.readValueAsTree();
      if (tree == null || parser.nextToken() != null) {
        throw source.mismatch(
            name + " to be one JSON value",
            tree == null ? "nothing" : "trailing content",
            "Save the model again.");
      }
      return tree;
    } catch (IOException e) {
      throw noJson(source, name, JsonPath.of(parser), e);
    }
  }

  private static RuntimeException noJson(
      ConfigSource source, String name, String path, IOException failure) {
    String reason =
        failure instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(failure.getMessage());
    return source.mismatch(
        name + " to be JSON",
        (path.isEmpty() ? "" : "at " + path + ": ") + MessageText.line(reason),
        "The file is damaged or not a model: save it again.",
        failure);
  }

  /** Returns the text of a tree, as compact as Python writes it. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }
}
