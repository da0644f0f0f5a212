package io.rhyton.keras;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;

/** {@link BatchNormalization}. */
final class BatchNormalizationCodec implements KerasCodec<BatchNormalization> {

  @Override
  public Class<BatchNormalization> type() {
    return BatchNormalization.class;
  }

  @Override
  public BatchNormalization read(ConfigReader config) {
    config.lastAxis("axis");
    config.onlyInitializer("beta_initializer", Zeros.of());
    config.onlyInitializer("gamma_initializer", Ones.of());
    config.onlyInitializer("moving_mean_initializer", Zeros.of());
    config.onlyInitializer("moving_variance_initializer", Ones.of());
    // How renorm works, if it is on; that is reported.
    config.ignore("renorm_momentum", "renorm_clipping");
    return new BatchNormalization(
        config.number("momentum", 0.99),
        config.number("epsilon", 0.001),
        config.flag("center", true),
        config.flag("scale", true));
  }

  @Override
  public void write(BatchNormalization layer, ConfigWriter config) {
    config
        .put("axis", -1)
        .put("momentum", layer.momentum())
        .put("epsilon", layer.epsilon())
        .put("center", layer.center())
        .put("scale", layer.scale())
        .put("beta_initializer", Zeros.of())
        .put("gamma_initializer", Ones.of())
        .put("moving_mean_initializer", Zeros.of())
        .put("moving_variance_initializer", Ones.of())
        .putNull("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint")
        .put("synchronized", false);
  }
}
