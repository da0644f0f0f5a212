package io.rhyton.golden.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.weight.Weights;
import java.util.EnumMap;
import java.util.Map;

/** One case that is compared with Keras, and the differences found. */
public final class LedgerRow {
  private final String name;
  private final Map<Aspect, Double> differences = new EnumMap<>(Aspect.class);

  public LedgerRow(String name) {
    this.name = name;
  }

  public void assertClose(Aspect aspect, String what, double actual, double expected) {
    enter(aspect, Closeness.assertClose(name + ", " + what, actual, expected, aspect.tolerance()));
  }

  public void assertClose(Aspect aspect, String what, float[] actual, float[] expected) {
    enter(aspect, Closeness.assertClose(name + ", " + what, actual, expected, aspect.tolerance()));
  }

  public void assertClose(Aspect aspect, String what, Weights actual, JsonNode expected) {
    enter(aspect, Closeness.assertClose(name + ", " + what, actual, expected, aspect.tolerance()));
  }

  private void enter(Aspect aspect, double difference) {
    differences.merge(aspect, difference, Math::max);
  }

  /** The largest difference of each aspect that was compared. */
  public Map<Aspect, Double> differences() {
    return Map.copyOf(differences);
  }
}
