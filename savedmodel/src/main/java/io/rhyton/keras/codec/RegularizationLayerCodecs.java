package io.rhyton.keras.codec;

import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;

/** Codecs for noise layers; all have a seed. */
final class RegularizationLayerCodecs {
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
