package io.rhyton.keras.codec;

import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;

/** Codecs for pooling layers. */
final class PoolingCodecs {
  static final KerasCodec<AveragePooling1D> AVERAGE_POOLING_1D =
      KerasCodec.of(
          "AveragePooling1D",
          AveragePooling1D.class,
          config -> read1D(config, AveragePooling1D::new),
          (layer, config) -> write(layer.poolSize(), layer.padding(), layer.strides(), config));

  static final KerasCodec<AveragePooling2D> AVERAGE_POOLING_2D =
      KerasCodec.of(
          "AveragePooling2D",
          AveragePooling2D.class,
          config -> read2D(config, AveragePooling2D::new),
          (layer, config) -> write(layer.poolSize(), layer.padding(), layer.strides(), config));

  static final KerasCodec<GlobalAveragePooling1D<?>> GLOBAL_AVERAGE_POOLING_1D =
      KerasCodec.of(
          "GlobalAveragePooling1D",
          GlobalAveragePooling1D.class,
          config -> new GlobalAveragePooling1D<>(readKeepdims(config)),
          (layer, config) -> writeKeepdims(layer.keepdims(), config));

  static final KerasCodec<GlobalAveragePooling2D<?>> GLOBAL_AVERAGE_POOLING_2D =
      KerasCodec.of(
          "GlobalAveragePooling2D",
          GlobalAveragePooling2D.class,
          config -> new GlobalAveragePooling2D<>(readKeepdims(config)),
          (layer, config) -> writeKeepdims(layer.keepdims(), config));

  static final KerasCodec<GlobalMaxPooling1D<?>> GLOBAL_MAX_POOLING_1D =
      KerasCodec.of(
          "GlobalMaxPooling1D",
          GlobalMaxPooling1D.class,
          config -> new GlobalMaxPooling1D<>(readKeepdims(config)),
          (layer, config) -> writeKeepdims(layer.keepdims(), config));

  static final KerasCodec<GlobalMaxPooling2D<?>> GLOBAL_MAX_POOLING_2D =
      KerasCodec.of(
          "GlobalMaxPooling2D",
          GlobalMaxPooling2D.class,
          config -> new GlobalMaxPooling2D<>(readKeepdims(config)),
          (layer, config) -> writeKeepdims(layer.keepdims(), config));

  static final KerasCodec<MaxPooling1D> MAX_POOLING_1D =
      KerasCodec.of(
          "MaxPooling1D",
          MaxPooling1D.class,
          config -> read1D(config, MaxPooling1D::new),
          (layer, config) -> write(layer.poolSize(), layer.padding(), layer.strides(), config));

  static final KerasCodec<MaxPooling2D> MAX_POOLING_2D =
      KerasCodec.of(
          "MaxPooling2D",
          MaxPooling2D.class,
          config -> read2D(config, MaxPooling2D::new),
          (layer, config) -> write(layer.poolSize(), layer.padding(), layer.strides(), config));

  private PoolingCodecs() {}

  private static <T> T read1D(OptionsReader config, Window1D<T> layer) {
    config.onlyChannelsLast();
    int poolSize = config.length("pool_size");
    return layer.of(poolSize, config.length("strides", poolSize), config.padding());
  }

  private static void write(int poolSize, Padding padding, int strides, OptionsWriter config) {
    config
        .putLength("pool_size", poolSize)
        .put("padding", padding)
        .putLength("strides", strides)
        .putChannelsLast();
  }

  private static <T> T read2D(OptionsReader config, Window2D<T> layer) {
    config.onlyChannelsLast();
    Size2D poolSize = config.size("pool_size");
    return layer.of(poolSize, config.size("strides", poolSize), config.padding());
  }

  private static void write(
      Size2D poolSize, Padding padding, Size2D strides, OptionsWriter config) {
    config
        .put("pool_size", poolSize)
        .put("padding", padding)
        .put("strides", strides)
        .putChannelsLast();
  }

  private static boolean readKeepdims(OptionsReader config) {
    config.onlyChannelsLast();
    return config.flag("keepdims", false);
  }

  private static void writeKeepdims(boolean keepdims, OptionsWriter config) {
    config.putChannelsLast().put("keepdims", keepdims);
  }

  /** A constructor of a layer that pools over sequences. */
  private interface Window1D<T> {
    T of(int poolSize, int strides, Padding padding);
  }

  /** A constructor of a layer that pools over images. */
  private interface Window2D<T> {
    T of(Size2D poolSize, Size2D strides, Padding padding);
  }
}
