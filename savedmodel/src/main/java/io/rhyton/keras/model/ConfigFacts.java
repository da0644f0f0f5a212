package io.rhyton.keras.model;

import io.rhyton.keras.codec.DtypePolicy;
import io.rhyton.keras.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is learnt on the way through a configuration. */
final class ConfigFacts {
  private final Set<DtypePolicy> policies = EnumSet.noneOf(DtypePolicy.class);
  private final List<JsonValue> otherInKeras2 = new ArrayList<>();
  private KerasDialect dialect = KerasDialect.KERAS_3;

  void add(DtypePolicy policy) {
    policies.add(policy);
  }

  /** Takes note of a value that means something else in Keras 2. */
  void addOtherInKeras2(JsonValue value) {
    otherInKeras2.add(value);
  }

  /** Reports what Keras 2 meant otherwise, if it wrote the configuration. */
  void refuseOthers() {
    if (dialect == KerasDialect.KERAS_2) {
      otherInKeras2.forEach(
          value ->
              value.refuse(
                  "in Keras 2 this is 0.2 · x + 0.5, at least 0 and at most 1, and in Keras 3 it is"
                      + " another function; Rhyton has the latter"));
    }
  }

  void sawKeras2() {
    dialect = KerasDialect.KERAS_2;
  }

  KerasDialect dialect() {
    return dialect;
  }

  /** What the layers compute with; several if they differ. */
  Set<DtypePolicy> policies() {
    return Set.copyOf(policies);
  }
}
