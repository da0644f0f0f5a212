package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.FlipMode;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.shape.Interval;
import org.jspecify.annotations.Nullable;

/** Codecs for random image augmentation layers; all have a seed. */
final class AugmentationCodecs {
  static final KerasCodec<RandomBrightness> RANDOM_BRIGHTNESS =
      KerasCodec.of(
          "RandomBrightness",
          RandomBrightness.class,
          config -> {
            config.onlyPlainImages();
            return new RandomBrightness(
                IntervalCodec.read(config.get("factor"), -1),
                IntervalCodec.read(config.get("value_range"), Interval.BYTES),
                config.seed());
          },
          (layer, config) ->
              config
                  .put("factor", layer.factor())
                  .put("value_range", layer.valueRange())
                  .putSeed(layer.seed()));

  static final KerasCodec<RandomContrast> RANDOM_CONTRAST =
      KerasCodec.of(
          "RandomContrast",
          RandomContrast.class,
          config -> {
            config.onlyPlainImages();
            return new RandomContrast(
                IntervalCodec.read(config.get("factor"), 0),
                IntervalCodec.read(config.get("value_range"), Interval.BYTES),
                config.seed());
          },
          AugmentationCodecs::write);

  static final KerasCodec<RandomCrop> RANDOM_CROP =
      KerasCodec.of(
          "RandomCrop",
          RandomCrop.class,
          config -> {
            config.onlyPlainImages();
            return new RandomCrop(config.integer("height"), config.integer("width"), config.seed());
          },
          (layer, config) ->
              config
                  .put("height", layer.height())
                  .put("width", layer.width())
                  .putSeed(layer.seed())
                  .putChannelsLast());

  /** Without the data format, which Keras 3.3 does not accept here. */
  static final KerasCodec<RandomFlip> RANDOM_FLIP =
      KerasCodec.of(
          "RandomFlip",
          RandomFlip.class,
          config -> {
            config.onlyPlainImages();
            return new RandomFlip(
                config.constant("mode", FlipMode.HORIZONTAL_AND_VERTICAL), config.seed());
          },
          (layer, config) -> config.putSeed(layer.seed()).putConstant("mode", layer.mode()));

  static final KerasCodec<RandomRotation> RANDOM_ROTATION =
      KerasCodec.of(
          "RandomRotation",
          RandomRotation.class,
          config -> {
            config.onlyPlainImages();
            // Keras 3.3 to 3.5 write it but ignore it.
            config.ignore("value_range");
            return new RandomRotation(
                IntervalCodec.read(config.get("factor"), -1),
                config.constant("fill_mode", FillMode.REFLECT),
                config.constant("interpolation", Interpolation.BILINEAR),
                config.seed(),
                config.number("fill_value", 0));
          },
          (layer, config) ->
              write(
                  config.put("factor", layer.factor()),
                  layer.fillMode(),
                  layer.interpolation(),
                  layer.seed(),
                  layer.fillValue()));

  static final KerasCodec<RandomTranslation> RANDOM_TRANSLATION =
      KerasCodec.of(
          "RandomTranslation",
          RandomTranslation.class,
          config -> {
            config.onlyPlainImages();
            return new RandomTranslation(
                IntervalCodec.read(config.get("height_factor"), -1),
                IntervalCodec.read(config.get("width_factor"), -1),
                config.constant("fill_mode", FillMode.REFLECT),
                config.constant("interpolation", Interpolation.BILINEAR),
                config.seed(),
                config.number("fill_value", 0));
          },
          (layer, config) ->
              write(
                  config
                      .put("height_factor", layer.heightFactor())
                      .put("width_factor", layer.widthFactor()),
                  layer.fillMode(),
                  layer.interpolation(),
                  layer.seed(),
                  layer.fillValue()));

  static final KerasCodec<RandomZoom> RANDOM_ZOOM =
      KerasCodec.of(
          "RandomZoom",
          RandomZoom.class,
          config -> {
            config.onlyPlainImages();
            JsonValue across = config.get("width_factor");
            return new RandomZoom(
                IntervalCodec.read(config.get("height_factor"), -1),
                across.isAbsent() ? null : IntervalCodec.read(across, -1),
                config.constant("fill_mode", FillMode.REFLECT),
                config.constant("interpolation", Interpolation.BILINEAR),
                config.seed(),
                config.number("fill_value", 0));
          },
          AugmentationCodecs::write);

  private AugmentationCodecs() {}

  private static void write(RandomContrast layer, OptionsWriter config) {
    config.put("factor", layer.factor());
    // Added in Keras 3.8; earlier versions reject layers that have it.
    if (!layer.valueRange().equals(Interval.BYTES)) {
      config.put("value_range", layer.valueRange());
    }
    config.putSeed(layer.seed());
  }

  private static void write(RandomZoom layer, OptionsWriter config) {
    config.put("height_factor", layer.heightFactor());
    if (layer.widthFactor() == null) {
      config.putNull("width_factor");
    } else {
      config.put("width_factor", layer.widthFactor());
    }
    write(config, layer.fillMode(), layer.interpolation(), layer.seed(), layer.fillValue());
  }

  private static void write(
      OptionsWriter config,
      FillMode fillMode,
      Interpolation interpolation,
      @Nullable Long seed,
      double fillValue) {
    config
        .putConstant("fill_mode", fillMode)
        .putConstant("interpolation", interpolation)
        .putSeed(seed)
        .put("fill_value", fillValue)
        .putChannelsLast();
  }
}
