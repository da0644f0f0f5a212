package io.rhyton.keras.codec;

import io.rhyton.model.layer.Activation;

/** Codec for {@link Activation}. */
final class ActivationLayerCodec implements KerasCodec<Activation> {

  @Override
  public Class<Activation> type() {
    return Activation.class;
  }

  @Override
  public Activation read(OptionsReader config) {
    return new Activation(config.activation());
  }

  @Override
  public void write(Activation layer, OptionsWriter config) {
    config.put("activation", layer.activation());
  }
}
