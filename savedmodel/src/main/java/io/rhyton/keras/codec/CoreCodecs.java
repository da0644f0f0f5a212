package io.rhyton.keras.codec;

import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Identity;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.WeightOptions;

/** Codecs for fully connected layers and embeddings. */
final class CoreCodecs {
  static final KerasCodec<Dense> DENSE =
      KerasCodec.of(
          "Dense",
          Dense.class,
          config -> new Dense(config.integer("units"), KernelOptionsCodec.read(config, "kernel")),
          CoreCodecs::write);

  static final KerasCodec<Embedding> EMBEDDING =
      KerasCodec.of("Embedding", Embedding.class, CoreCodecs::readEmbedding, CoreCodecs::write);

  static final KerasCodec<Identity> IDENTITY =
      KerasCodec.of("Identity", Identity.class, config -> Identity.of(), (layer, config) -> {});

  private CoreCodecs() {}

  private static void write(Dense layer, OptionsWriter config) {
    WeightOptions kernel = layer.options().kernel();
    WeightOptions bias = layer.options().bias();
    config
        .put("units", layer.units())
        .put("activation", layer.activation())
        .put("use_bias", layer.useBias())
        .putInitializer("kernel", kernel)
        .putInitializer("bias", bias)
        .putRegularizer("kernel", kernel)
        .putRegularizer("bias", bias)
        .putConstraint("kernel", kernel)
        .putConstraint("bias", bias);
    if (layer.activityRegularizer() != null) {
      config.put("activity_regularizer", layer.activityRegularizer());
    }
  }

  private static Embedding readEmbedding(OptionsReader config) {
    config.ignore("input_length");
    if (config.flag("mask_zero", false)) {
      config.get("mask_zero").refuse("expected false, got true: Rhyton does not support masking");
    }
    return new Embedding(
        config.integer("input_dim"),
        config.integer("output_dim"),
        config.weight("embeddings", RandomUniform.of()),
        config.regularizer("activity_regularizer"));
  }

  private static void write(Embedding layer, OptionsWriter config) {
    config
        .put("input_dim", layer.inputDim())
        .put("output_dim", layer.outputDim())
        .putInitializer("embeddings", layer.embeddings())
        .putRegularizer("embeddings", layer.embeddings())
        .put("activity_regularizer", layer.activityRegularizer())
        .putConstraint("embeddings", layer.embeddings())
        .put("mask_zero", false);
  }
}
