package io.rhyton.keras.codec;

import io.rhyton.keras.model.CallReader;
import io.rhyton.keras.model.ModelWriter;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Zeros;

/**
 * {@link MultiHeadAttention}. The causal mask is an argument of its calls, which {@link CallReader}
 * reads and {@link ModelWriter} writes.
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
        config.initializer("kernel_initializer", GlorotUniform.of()),
        config.initializer("bias_initializer", Zeros.of()),
        config.regularizer("kernel_regularizer"),
        config.regularizer("bias_regularizer"),
        config.constraint("kernel_constraint"),
        config.constraint("bias_constraint"),
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
        .put("kernel_initializer", layer.kernelInitializer())
        .put("bias_initializer", layer.biasInitializer())
        .put("kernel_regularizer", layer.kernelRegularizer())
        .put("bias_regularizer", layer.biasRegularizer())
        .putNull("activity_regularizer")
        .put("kernel_constraint", layer.kernelConstraint())
        .put("bias_constraint", layer.biasConstraint());
    // Keras 3.3 does not have this option.
    if (layer.seed() != null) {
      config.putSeed(layer.seed());
    }
  }
}
