package io.rhyton.keras;

import io.rhyton.model.layer.Rescaling;

/** {@link Rescaling}. */
final class RescalingCodec implements KerasCodec<Rescaling> {

  @Override
  public Class<Rescaling> type() {
    return Rescaling.class;
  }

  @Override
  public Rescaling read(ConfigReader config) {
    return new Rescaling(config.number("scale"), config.number("offset", 0));
  }

  @Override
  public void write(Rescaling layer, ConfigWriter config) {
    config.put("scale", layer.scale()).put("offset", layer.offset());
  }
}
