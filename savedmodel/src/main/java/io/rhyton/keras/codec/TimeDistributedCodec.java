package io.rhyton.keras.codec;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.TimeDistributed;
import org.jspecify.annotations.Nullable;

/** Codec for {@link TimeDistributed}. */
final class TimeDistributedCodec implements KerasCodec<TimeDistributed> {
  private static final Layer UNKNOWN = Activation.of(ActivationFunction.LINEAR);

  @Override
  public Class<TimeDistributed> type() {
    return TimeDistributed.class;
  }

  @Override
  public TimeDistributed read(OptionsReader config) {
    @Nullable Layer layer = config.layer("layer");
    return new TimeDistributed(layer == null ? UNKNOWN : layer);
  }

  @Override
  public void write(TimeDistributed layer, OptionsWriter config) {
    config.putLayer("layer", layer.layerName(), layer.layer());
  }
}
