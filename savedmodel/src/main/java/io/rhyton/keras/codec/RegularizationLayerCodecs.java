package io.rhyton.keras.codec;

import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;

/** Codecs for layers that regularize: dropout, noise and penalties. */
final class RegularizationLayerCodecs {
  static final KerasCodec<ActivityRegularization> ACTIVITY_REGULARIZATION =
      KerasCodec.of(
          "ActivityRegularization",
          ActivityRegularization.class,
          config -> new ActivityRegularization(config.number("l1", 0), config.number("l2", 0)),
          (layer, config) -> config.put("l1", layer.l1()).put("l2", layer.l2()));

  static final KerasCodec<AlphaDropout> ALPHA_DROPOUT =
      KerasCodec.of(
          "AlphaDropout",
          AlphaDropout.class,
          config -> new AlphaDropout(config.number("rate"), config.noiseShape(), config.seed()),
          (layer, config) ->
              config
                  .put("rate", layer.rate())
                  .putSeed(layer.seed())
                  .putNoiseShape(layer.noiseShape()));

  static final KerasCodec<Dropout> DROPOUT =
      KerasCodec.of(
          "Dropout",
          Dropout.class,
          config -> new Dropout(config.number("rate"), config.noiseShape(), config.seed()),
          (layer, config) ->
              config
                  .put("rate", layer.rate())
                  .putSeed(layer.seed())
                  .putNoiseShape(layer.noiseShape()));

  static final KerasCodec<GaussianDropout> GAUSSIAN_DROPOUT =
      KerasCodec.of(
          "GaussianDropout",
          GaussianDropout.class,
          config -> new GaussianDropout(config.number("rate"), config.seed()),
          (layer, config) -> config.put("rate", layer.rate()).putSeed(layer.seed()));

  static final KerasCodec<GaussianNoise> GAUSSIAN_NOISE =
      KerasCodec.of(
          "GaussianNoise",
          GaussianNoise.class,
          config -> new GaussianNoise(config.number("stddev"), config.seed()),
          (layer, config) -> config.put("stddev", layer.stddev()).putSeed(layer.seed()));

  static final KerasCodec<SpatialDropout1D> SPATIAL_DROPOUT_1D =
      KerasCodec.of(
          "SpatialDropout1D",
          SpatialDropout1D.class,
          config -> new SpatialDropout1D(config.number("rate"), config.seed()),
          (layer, config) -> config.put("rate", layer.rate()).putSeed(layer.seed()));

  static final KerasCodec<SpatialDropout2D> SPATIAL_DROPOUT_2D =
      KerasCodec.of(
          "SpatialDropout2D",
          SpatialDropout2D.class,
          config -> {
            config.onlyChannelsLast();
            return new SpatialDropout2D(config.number("rate"), config.seed());
          },
          (layer, config) ->
              config.put("rate", layer.rate()).putSeed(layer.seed()).putChannelsLast());

  private RegularizationLayerCodecs() {}
}
