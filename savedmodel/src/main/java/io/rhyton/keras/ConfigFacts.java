package io.rhyton.keras;

import java.util.EnumSet;
import java.util.Set;

/** What is learnt on the way through a configuration. */
final class ConfigFacts {
  private final Set<DtypePolicy> policies = EnumSet.noneOf(DtypePolicy.class);
  private KerasDialect dialect = KerasDialect.KERAS_3;

  void add(DtypePolicy policy) {
    policies.add(policy);
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
