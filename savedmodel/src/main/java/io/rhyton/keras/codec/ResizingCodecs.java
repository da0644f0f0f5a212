package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Resizing;
import java.util.List;

/** Codecs for layers that resize or crop images, or rescale values. */
final class ResizingCodecs {
  static final KerasCodec<CenterCrop> CENTER_CROP =
      KerasCodec.of(
          "CenterCrop",
          CenterCrop.class,
          config -> {
            config.onlyPlainImages();
            return new CenterCrop(config.integer("height"), config.integer("width"));
          },
          (layer, config) ->
              config.put("height", layer.height()).put("width", layer.width()).putChannelsLast());

  static final KerasCodec<Rescaling> RESCALING =
      KerasCodec.of(
          "Rescaling",
          Rescaling.class,
          config -> {
            JsonValue offset = config.get("offset");
            return new Rescaling(
                NumbersCodec.read(config.get("scale")),
                offset.isAbsent() ? List.of(0.0) : NumbersCodec.read(offset));
          },
          (layer, config) -> {
            NumbersCodec.put(config, "scale", layer.scale());
            NumbersCodec.put(config, "offset", layer.offset());
          });

  static final KerasCodec<Resizing> RESIZING =
      KerasCodec.of(
          "Resizing",
          Resizing.class,
          config -> {
            config.onlyPlainImages();
            config.only("fill_mode", "constant");
            return new Resizing(
                config.integer("height"),
                config.integer("width"),
                config.constant("interpolation", Interpolation.BILINEAR),
                config.flag("crop_to_aspect_ratio", false),
                config.flag("pad_to_aspect_ratio", false),
                config.number("fill_value", 0),
                config.flag("antialias", false));
          },
          ResizingCodecs::write);

  private ResizingCodecs() {}

  private static void write(Resizing layer, OptionsWriter config) {
    config
        .put("height", layer.height())
        .put("width", layer.width())
        .putConstant("interpolation", layer.interpolation())
        .put("crop_to_aspect_ratio", layer.cropToAspectRatio())
        .put("pad_to_aspect_ratio", layer.padToAspectRatio())
        .put("fill_mode", "constant")
        .put("fill_value", layer.fillValue());
    // Added in Keras 3.9; earlier versions reject layers that have it.
    if (layer.antialias()) {
      config.put("antialias", true);
    }
    config.putChannelsLast();
  }
}
