package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Rescaling;
import java.util.List;

/** Codec for {@link Rescaling}. */
final class RescalingCodec implements KerasCodec<Rescaling> {

  @Override
  public Class<Rescaling> type() {
    return Rescaling.class;
  }

  @Override
  public Rescaling read(OptionsReader config) {
    JsonValue offset = config.get("offset");
    return new Rescaling(
        NumbersCodec.read(config.get("scale")),
        offset.isAbsent() ? List.of(0.0) : NumbersCodec.read(offset));
  }

  @Override
  public void write(Rescaling layer, OptionsWriter config) {
    NumbersCodec.put(config, "scale", layer.scale());
    NumbersCodec.put(config, "offset", layer.offset());
  }
}
