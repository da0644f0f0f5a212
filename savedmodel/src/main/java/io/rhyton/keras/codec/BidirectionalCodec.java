package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.shape.Rank;
import org.jspecify.annotations.Nullable;

/** {@link Bidirectional}. Keras writes the layer that reads backwards even if none was set. */
final class BidirectionalCodec implements KerasCodec<Bidirectional<?>> {
  private static final Recurrent<?> UNKNOWN = LSTM.of(1);

  @Override
  public Class<?> type() {
    return Bidirectional.class;
  }

  @Override
  public Bidirectional<?> read(OptionsReader config) {
    Recurrent<Rank> forward = layer(config, "layer");
    boolean hasBackward = !config.get("backward_layer").isAbsent();
    Recurrent<Rank> backward = hasBackward ? layer(config, "backward_layer") : null;
    JsonValue mode = config.get("merge_mode");
    if (mode.node().isNull()) {
      mode.refuse("expected a merge mode, got null: Rhyton's layer has a single output");
    }
    MergeMode mergeMode = config.constant("merge_mode", MergeMode.CONCAT);
    boolean isDefault = backward == null || backward.equals(forward.goBackwards(true));
    return new Bidirectional<>(forward, mergeMode, isDefault ? null : backward);
  }

  /** What it makes is known only when its options are. */
  @SuppressWarnings("unchecked")
  private static Recurrent<Rank> layer(OptionsReader config, String key) {
    @Nullable Layer layer = config.layer(key);
    if (layer != null && !(layer instanceof Recurrent<?>)) {
      config.get(key).refuse("expected a recurrent layer, got " + layer.typeName());
    }
    Recurrent<?> recurrent = layer instanceof Recurrent<?> known ? known : UNKNOWN;
    return (Recurrent<Rank>) recurrent;
  }

  @Override
  public void write(Bidirectional<?> layer, OptionsWriter config) {
    config
        .putConstant("merge_mode", layer.mergeMode())
        .putLayer("layer", layer.forwardName(), layer.layer())
        .putLayer("backward_layer", layer.backwardName(), layer.backward());
  }
}
