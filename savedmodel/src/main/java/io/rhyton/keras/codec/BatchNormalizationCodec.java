package io.rhyton.keras.codec;

import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;

/** Codec for {@link BatchNormalization}. */
final class BatchNormalizationCodec implements KerasCodec<BatchNormalization> {

  @Override
  public Class<BatchNormalization> type() {
    return BatchNormalization.class;
  }

  @Override
  public BatchNormalization read(OptionsReader config) {
    // Parameters of renorm, which is itself rejected if it is on.
    config.ignore("renorm_momentum", "renorm_clipping");
    return new BatchNormalization(
        config.axis("axis"),
        config.number("momentum", 0.99),
        config.number("epsilon", 0.001),
        NormalizationCodecs.readGammaBeta(config),
        config.initializer("moving_mean_initializer", Zeros.of()),
        config.initializer("moving_variance_initializer", Ones.of()));
  }

  @Override
  public void write(BatchNormalization layer, OptionsWriter config) {
    config
        .put("axis", layer.axis())
        .put("momentum", layer.momentum())
        .put("epsilon", layer.epsilon())
        .put("moving_mean_initializer", layer.movingMeanInitializer())
        .put("moving_variance_initializer", layer.movingVarianceInitializer())
        .put("synchronized", false);
    NormalizationCodecs.write(layer.gammaBeta(), config);
  }
}
