package io.rhyton.keras.model;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.keras.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Facts collected while reading a configuration. */
final class ConfigFacts {
  private final Set<DTypePolicy> policies = EnumSet.noneOf(DTypePolicy.class);
  private final List<JsonValue> differentInKeras2 = new ArrayList<>();
  private KerasDialect dialect = KerasDialect.KERAS_3;

  void add(DTypePolicy policy) {
    policies.add(policy);
  }

  /** Records a value that has a different meaning in Keras 2. */
  void addDifferentInKeras2(JsonValue value) {
    differentInKeras2.add(value);
  }

  /**
   * Reports the values that have a different meaning in Keras 2, if Keras 2 wrote the
   * configuration.
   */
  void refuseOthers() {
    if (dialect == KerasDialect.KERAS_2) {
      differentInKeras2.forEach(
          value ->
              value.refuse(
                  "in Keras 2 hard_sigmoid is 0.2 · x + 0.5, clipped to [0, 1]; Rhyton supports"
                      + " only the function of this name in Keras 3"));
    }
  }

  void sawKeras2() {
    dialect = KerasDialect.KERAS_2;
  }

  KerasDialect dialect() {
    return dialect;
  }

  /** Returns the dtype policies of the layers; several if they differ. */
  Set<DTypePolicy> policies() {
    return Set.copyOf(policies);
  }
}
