package io.rhyton.keras.codec;

import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.shape.Size2D;
import java.util.List;

/** Codecs for reshaping, repeating, padding and cropping layers. */
final class ReshapingCodecs {
  static final KerasCodec<Cropping1D> CROPPING_1D =
      KerasCodec.of(
          "Cropping1D",
          Cropping1D.class,
          config -> new Cropping1D(BorderCodec.readSequence(config.get("cropping"), 1)),
          (layer, config) -> config.put("cropping", layer.cropping()));

  static final KerasCodec<Cropping2D> CROPPING_2D =
      KerasCodec.of(
          "Cropping2D",
          Cropping2D.class,
          config -> {
            config.onlyChannelsLast();
            return new Cropping2D(BorderCodec.readImage(config.get("cropping"), 0));
          },
          (layer, config) -> config.put("cropping", layer.cropping()).putChannelsLast());

  static final KerasCodec<Flatten> FLATTEN =
      KerasCodec.of(
          "Flatten",
          Flatten.class,
          config -> {
            config.onlyChannelsLast();
            return Flatten.of();
          },
          (layer, config) -> config.putChannelsLast());

  static final KerasCodec<Permute> PERMUTE =
      KerasCodec.of(
          "Permute",
          Permute.class,
          config -> new Permute(config.axes("dims", List.of())),
          (layer, config) -> config.put("dims", layer.dims()));

  static final KerasCodec<RepeatVector> REPEAT_VECTOR =
      KerasCodec.of(
          "RepeatVector",
          RepeatVector.class,
          config -> new RepeatVector(config.integer("n")),
          (layer, config) -> config.put("n", layer.n()));

  static final KerasCodec<Reshape<?>> RESHAPE =
      KerasCodec.of(
          "Reshape",
          Reshape.class,
          config -> new Reshape<>(config.axes("target_shape", List.of())),
          (layer, config) -> config.put("target_shape", layer.targetShape()));

  static final KerasCodec<UpSampling1D> UP_SAMPLING_1D =
      KerasCodec.of(
          "UpSampling1D",
          UpSampling1D.class,
          config -> new UpSampling1D(config.length("size", 2)),
          (layer, config) -> config.put("size", layer.size()));

  static final KerasCodec<UpSampling2D> UP_SAMPLING_2D =
      KerasCodec.of(
          "UpSampling2D",
          UpSampling2D.class,
          config -> {
            config.onlyChannelsLast();
            return new UpSampling2D(
                config.size("size", new Size2D(2, 2)),
                config.constant("interpolation", Interpolation.NEAREST));
          },
          (layer, config) ->
              config
                  .put("size", layer.size())
                  .putChannelsLast()
                  .putConstant("interpolation", layer.interpolation()));

  /** Without the data format, which Keras 3.3 does not accept here. */
  static final KerasCodec<ZeroPadding1D> ZERO_PADDING_1D =
      KerasCodec.of(
          "ZeroPadding1D",
          ZeroPadding1D.class,
          config -> {
            config.onlyChannelsLast();
            return new ZeroPadding1D(BorderCodec.readSequence(config.get("padding"), 1));
          },
          (layer, config) -> config.put("padding", layer.padding()));

  static final KerasCodec<ZeroPadding2D> ZERO_PADDING_2D =
      KerasCodec.of(
          "ZeroPadding2D",
          ZeroPadding2D.class,
          config -> {
            config.onlyChannelsLast();
            return new ZeroPadding2D(BorderCodec.readImage(config.get("padding"), 1));
          },
          (layer, config) -> config.put("padding", layer.padding()).putChannelsLast());

  private ReshapingCodecs() {}
}
