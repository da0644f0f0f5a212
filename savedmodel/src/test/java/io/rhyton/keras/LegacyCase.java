package io.rhyton.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.data.Dataset;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A model that {@code keras_legacy.py} trained, and the files it saved. */
public record LegacyCase(String version, String name) {
  static final int STEPS = 3;

  /** Returns a file by its suffix, which is empty for a folder. */
  public Path file(String ending) {
    return resource("legacy/" + version + "/" + name + ending);
  }

  public static Path resource(String name) {
    try {
      URL url = Objects.requireNonNull(LegacyCase.class.getResource(name), name);
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  float[] outputs() {
    return numbers(expected().get("outputs"));
  }

  /** Returns the trainable weights after one more step. */
  float[][] after() {
    return StreamSupport.stream(expected().get("after").spliterator(), false)
        .map(LegacyCase::numbers)
        .toArray(float[][]::new);
  }

  Dataset batch() {
    JsonNode expected = expected();
    float[] inputs = numbers(expected.get("inputs"));
    float[] labels = numbers(expected.get("labels"));
    if (name.startsWith("chain")) {
      int[] classes = IntStream.range(0, labels.length).map(i -> (int) labels[i]).toArray();
      return Dataset.images(5, 5, 2, inputs, classes);
    }
    return Dataset.vectors(rows(inputs, 3), rows(labels, 2));
  }

  private static float[][] rows(float[] values, int length) {
    return IntStream.range(0, values.length / length)
        .mapToObj(row -> Arrays.copyOfRange(values, row * length, (row + 1) * length))
        .toArray(float[][]::new);
  }

  private JsonNode expected() {
    return GoldenConfigs.tree("legacy/" + version + "/" + name + ".json");
  }

  static float[] numbers(JsonNode list) {
    float[] numbers = new float[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) list.get(i).doubleValue();
    }
    return numbers;
  }
}
