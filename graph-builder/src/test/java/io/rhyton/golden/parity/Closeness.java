package io.rhyton.golden.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.file.Golden;
import io.rhyton.model.weight.Weights;

/**
 * Asserts that values are close to Keras's. Each method returns the largest difference, relative to
 * the largest of Keras's values.
 */
public final class Closeness {
  private Closeness() {}

  public static double assertClose(String what, double actual, double expected, double tolerance) {
    return assertClose(
        what, new float[] {(float) actual}, new float[] {(float) expected}, tolerance);
  }

  public static double assertClose(
      String what, Weights actual, JsonNode expected, double tolerance) {
    assertThat(actual.names()).as(what).containsExactlyElementsOf(Golden.names(expected));
    double difference = 0;
    for (String name : actual.names()) {
      JsonNode array = expected.get(name);
      assertThat(actual.shape(name)).as("%s, %s", what, name).isEqualTo(Golden.shape(array));
      difference =
          Math.max(
              difference,
              assertClose(
                  what + ", " + name, actual.values(name), Golden.values(array), tolerance));
    }
    return difference;
  }

  public static double assertClose(
      String what, float[] actual, float[] expected, double tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double largest = 0;
    double farthest = 0;
    int index = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      double distance = Math.abs((double) actual[i] - expected[i]);
      if (distance > farthest || Double.isNaN(distance)) {
        farthest = distance;
        index = i;
      }
    }
    // If all of Keras's values are 0, ours must be, too.
    double difference = farthest == 0 ? 0 : farthest / largest;
    assertThat(difference)
        .as(
            "%s: largest difference, of %s from %s at %s",
            what, actual[index], expected[index], index)
        .isLessThanOrEqualTo(tolerance);
    return difference;
  }
}
