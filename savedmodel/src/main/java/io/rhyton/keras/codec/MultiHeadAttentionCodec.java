package io.rhyton.keras.codec;

import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/**
 * {@link MultiHeadAttention}. The causal mask is an argument of its calls, which {@code CallReader}
 * reads and {@code ModelWriter} writes.
 */
final class MultiHeadAttentionCodec implements KerasCodec<MultiHeadAttention> {

  @Override
  public Class<MultiHeadAttention> type() {
    return MultiHeadAttention.class;
  }

  @Override
  public MultiHeadAttention read(OptionsReader config) {
    // The time axis; Keras 2 also writes the shapes of the inputs.
    config.only("attention_axes", 1);
    config.ignore("query_shape", "key_shape", "value_shape");
    int keyDim = config.integer("key_dim");
    return new MultiHeadAttention(
        config.integer("num_heads"),
        keyDim,
        config.integer("value_dim", keyDim),
        config.number("dropout", 0),
        config.flag("use_bias", true),
        config.weight("kernel", GlorotUniform.of()),
        config.weight("bias", Zeros.of()),
        config.seed(),
        false);
  }

  @Override
  public void write(MultiHeadAttention layer, OptionsWriter config) {
    config
        .put("num_heads", layer.numHeads())
        .put("key_dim", layer.keyDim())
        .put("value_dim", layer.valueDim())
        .put("dropout", layer.dropout())
        .put("use_bias", layer.useBias())
        .putNull("output_shape", "attention_axes")
        .putInitializer("kernel", layer.kernel())
        .putInitializer("bias", layer.bias())
        .putRegularizer("kernel", layer.kernel())
        .putRegularizer("bias", layer.bias())
        .putNull("activity_regularizer")
        .putConstraint("kernel", layer.kernel())
        .putConstraint("bias", layer.bias());
    // Keras 3.3 does not have this option.
    if (layer.seed() != null) {
      config.putSeed(layer.seed());
    }
  }
}
