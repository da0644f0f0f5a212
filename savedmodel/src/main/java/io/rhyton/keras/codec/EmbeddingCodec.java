package io.rhyton.keras.codec;

import io.rhyton.model.layer.Embedding;
import io.rhyton.model.weight.RandomUniform;

/** Codec for {@link Embedding}. */
final class EmbeddingCodec implements KerasCodec<Embedding> {

  @Override
  public Class<Embedding> type() {
    return Embedding.class;
  }

  @Override
  public Embedding read(OptionsReader config) {
    config.ignore("input_length");
    if (config.flag("mask_zero", false)) {
      config.get("mask_zero").refuse("expected false, got true: Rhyton does not support masking");
    }
    return new Embedding(
        config.integer("input_dim"),
        config.integer("output_dim"),
        config.initializer("embeddings_initializer", RandomUniform.of()),
        config.regularizer("embeddings_regularizer"),
        config.regularizer("activity_regularizer"),
        config.constraint("embeddings_constraint"));
  }

  @Override
  public void write(Embedding layer, OptionsWriter config) {
    config
        .put("input_dim", layer.inputDim())
        .put("output_dim", layer.outputDim())
        .put("embeddings_initializer", layer.embeddingsInitializer())
        .put("embeddings_regularizer", layer.embeddingsRegularizer())
        .put("activity_regularizer", layer.activityRegularizer())
        .put("embeddings_constraint", layer.embeddingsConstraint())
        .put("mask_zero", false);
  }
}
