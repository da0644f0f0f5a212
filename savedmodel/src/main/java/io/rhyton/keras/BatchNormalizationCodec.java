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
    // How renorm works, if it is on; that is reported.
    config.ignore("renorm_momentum", "renorm_clipping");
    return new BatchNormalization(
        config.axis("axis"),
        config.number("momentum", 0.99),
        config.number("epsilon", 0.001),
        config.flag("center", true),
        config.flag("scale", true),
        config.initializer("beta_initializer", Zeros.of()),
        config.initializer("gamma_initializer", Ones.of()),
        config.initializer("moving_mean_initializer", Zeros.of()),
        config.initializer("moving_variance_initializer", Ones.of()),
        config.regularizer("beta_regularizer"),
        config.regularizer("gamma_regularizer"),
        config.constraint("beta_constraint"),
        config.constraint("gamma_constraint"));
  }

  @Override
  public void write(BatchNormalization layer, ConfigWriter config) {
    config
        .put("axis", layer.axis())
        .put("momentum", layer.momentum())
        .put("epsilon", layer.epsilon())
        .put("center", layer.center())
        .put("scale", layer.scale())
        .put("beta_initializer", layer.betaInitializer())
        .put("gamma_initializer", layer.gammaInitializer())
        .put("moving_mean_initializer", layer.movingMeanInitializer())
        .put("moving_variance_initializer", layer.movingVarianceInitializer())
        .put("beta_regularizer", layer.betaRegularizer())
        .put("gamma_regularizer", layer.gammaRegularizer())
        .put("beta_constraint", layer.betaConstraint())
        .put("gamma_constraint", layer.gammaConstraint())
        .put("synchronized", false);
  }
}
