package io.rhyton.keras.codec;

import io.rhyton.graph.optimizer.LossScale;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.optimizer.Optimizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an optimizer, possibly wrapped in a {@code LossScaleOptimizer}: Rhyton scales the loss of
 * any optimizer if the precision requires it. Source: {@code
 * keras/src/optimizers/loss_scale_optimizer.py}, Keras 3.15, and {@code
 * keras/mixed_precision/loss_scale_optimizer.py}, Keras 2.15.
 */
public final class ScaledOptimizer {
  private static final Set<String> NAMES = Set.of("LossScaleOptimizer", "LossScaleOptimizerV3");

  private ScaledOptimizer() {}

  /** Reads an object or a name; reports an unknown one and returns null. */
  public static @Nullable Optimizer read(JsonValue value) {
    if (!value.isObject() || !NAMES.contains(value.get("class_name").node().asText())) {
      return KerasCodecs.OPTIMIZERS.read(value);
    }
    KerasObject object = KerasObject.of(value);
    if (!object.isBuiltIn()) {
      return KerasCodecs.OPTIMIZERS.read(value);
    }
    if (!object.config().requireObject()) {
      return null;
    }
    OptionsReader config = new OptionsReader(object.config());
    // Keras 3 writes some options of all optimizers, which have no effect here.
    config.ignore("name", "learning_rate", "ema_momentum");
    config.only("dynamic", true);
    config.only("initial_scale", (double) LossScale.INITIAL);
    config.only("dynamic_growth_steps", LossScale.GROWTH_STEPS);
    Optimizer optimizer = KerasCodecs.OPTIMIZERS.read(config.get("inner_optimizer"));
    config.finish();
    return optimizer;
  }
}
