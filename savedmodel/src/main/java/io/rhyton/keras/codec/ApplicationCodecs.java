package io.rhyton.keras.codec;

import io.rhyton.model.layer.CustomScaleLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.StochasticDepth;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Codecs for layers that Keras defines beside one of its applications. They are no part of {@code
 * keras.layers}: Keras finds them by their module.
 */
final class ApplicationCodecs {
  static final KerasCodec<CustomScaleLayer> CUSTOM_SCALE_LAYER =
      new OfApplication<>(
          "inception_resnet_v2",
          CustomScaleLayer.class,
          config -> new CustomScaleLayer(config.number("scale")),
          (layer, config) -> config.put("scale", layer.scale()));

  static final KerasCodec<LayerScale> LAYER_SCALE =
      new OfApplication<>(
          "convnext",
          LayerScale.class,
          config -> new LayerScale(config.number("init_values"), config.integer("projection_dim")),
          (layer, config) ->
              config
                  .put("init_values", layer.initValues())
                  .put("projection_dim", layer.projectionDim()));

  static final KerasCodec<StochasticDepth> STOCHASTIC_DEPTH =
      new OfApplication<>(
          "convnext",
          StochasticDepth.class,
          config -> new StochasticDepth(config.number("drop_path_rate")),
          (layer, config) -> config.put("drop_path_rate", layer.dropPathRate()));

  /** Keras 2 registers one of them as if it were a user's. */
  static final Map<String, KerasCodec<? extends Layer>> OTHER_NAMES =
      Map.of("Custom>CustomScaleLayer", CUSTOM_SCALE_LAYER);

  private ApplicationCodecs() {}

  private record OfApplication<T>(
      String application,
      Class<T> type,
      Function<OptionsReader, T> reader,
      BiConsumer<T, OptionsWriter> writer)
      implements KerasCodec<T> {

    @Override
    public Optional<String> module() {
      return Optional.of("keras.src.applications." + application);
    }

    @Override
    public T read(OptionsReader config) {
      return reader.apply(config);
    }

    @Override
    public void write(T value, OptionsWriter config) {
      writer.accept(value, config);
    }
  }
}
