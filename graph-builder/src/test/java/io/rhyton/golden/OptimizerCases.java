package io.rhyton.golden;

import io.rhyton.model.training.Adam;
import io.rhyton.model.training.Optimizer;
import io.rhyton.model.training.SGD;
import java.util.LinkedHashMap;
import java.util.Map;

/** The optimizers of {@code training_cases.py}. */
final class OptimizerCases {
  private OptimizerCases() {}

  static Map<String, Optimizer> all() {
    Map<String, Optimizer> cases = new LinkedHashMap<>();
    cases.put("adam", Adam.of());
    cases.put("adam_options", Adam.of(0.05).beta1(0.7).beta2(0.9).epsilon(0.01));
    cases.put("sgd", SGD.of());
    cases.put("sgd_momentum", SGD.of(0.05).momentum(0.9));
    cases.put("sgd_nesterov", SGD.of(0.05).momentum(0.9).nesterov(true));
    cases.put("sgd_nesterov_without_momentum", SGD.of(0.05).nesterov(true));
    return cases;
  }
}
