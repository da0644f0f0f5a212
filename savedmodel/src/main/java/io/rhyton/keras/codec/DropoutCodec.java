package io.rhyton.keras.codec;

import io.rhyton.model.layer.Dropout;

/** Codec for {@link Dropout}. */
final class DropoutCodec implements KerasCodec<Dropout> {

  @Override
  public Class<Dropout> type() {
    return Dropout.class;
  }

  @Override
  public Dropout read(OptionsReader config) {
    return new Dropout(config.number("rate"), config.noiseShape(), config.seed());
  }

  @Override
  public void write(Dropout layer, OptionsWriter config) {
    config.put("rate", layer.rate()).putSeed(layer.seed()).putNoiseShape(layer.noiseShape());
  }
}
