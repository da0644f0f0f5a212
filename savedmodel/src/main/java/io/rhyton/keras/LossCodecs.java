package io.rhyton.keras;

import io.rhyton.model.training.BinaryCrossentropy;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.SparseCategoricalCrossentropy;

/** Losses. */
final class LossCodecs {
  private static final String REDUCTION = "sum_over_batch_size";

  static final KerasCodec<BinaryCrossentropy> BINARY_CROSSENTROPY =
      KerasCodec.of(
          "binary_crossentropy",
          BinaryCrossentropy.class,
          config -> new BinaryCrossentropy(readProbabilities(config)),
          (loss, config) -> writeProbabilities(config, "binary_crossentropy", loss.fromLogits()));

  static final KerasCodec<CategoricalCrossentropy> CATEGORICAL_CROSSENTROPY =
      KerasCodec.of(
          "categorical_crossentropy",
          CategoricalCrossentropy.class,
          config -> new CategoricalCrossentropy(readProbabilities(config)),
          (loss, config) ->
              writeProbabilities(config, "categorical_crossentropy", loss.fromLogits()));

  static final KerasCodec<MeanSquaredError> MEAN_SQUARED_ERROR =
      KerasCodec.of(
          "mean_squared_error",
          MeanSquaredError.class,
          config -> {
            readCommon(config);
            return MeanSquaredError.of();
          },
          (loss, config) -> writeCommon(config, "mean_squared_error"));

  static final KerasCodec<SparseCategoricalCrossentropy> SPARSE_CATEGORICAL_CROSSENTROPY =
      KerasCodec.of(
          "sparse_categorical_crossentropy",
          SparseCategoricalCrossentropy.class,
          config -> {
            readCommon(config);
            config.only("axis", -1);
            return new SparseCategoricalCrossentropy(config.flag("from_logits", false));
          },
          (loss, config) -> {
            writeCommon(config, "sparse_categorical_crossentropy");
            config.put("from_logits", loss.fromLogits()).putNull("ignore_class");
          });

  private LossCodecs() {}

  /** The options of a loss on probabilities; whether it takes logits. */
  private static boolean readProbabilities(ConfigReader config) {
    readCommon(config);
    config.only("label_smoothing", 0);
    config.only("axis", -1);
    return config.flag("from_logits", false);
  }

  private static void readCommon(ConfigReader config) {
    // Keras 2 tells the function too.
    config.ignore("name", "fn");
    // Keras 2 calls it auto, and it is the mean over the samples whatever they weigh.
    config.only("reduction", REDUCTION, "auto", "mean");
    config.onlyFloat32();
  }

  private static void writeProbabilities(ConfigWriter config, String name, boolean fromLogits) {
    writeCommon(config, name);
    config.put("from_logits", fromLogits).put("label_smoothing", 0.0).put("axis", -1);
  }

  private static void writeCommon(ConfigWriter config, String name) {
    config.put("name", name).put("reduction", REDUCTION);
  }
}
