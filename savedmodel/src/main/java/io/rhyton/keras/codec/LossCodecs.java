package io.rhyton.keras.codec;

import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryFocalCrossentropy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalFocalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Dice;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCosh;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.Tversky;
import java.util.List;
import java.util.Map;

/** Codecs for losses. */
final class LossCodecs {
  private static final String REDUCTION = "sum_over_batch_size";

  static final KerasCodec<CategoricalHinge> CATEGORICAL_HINGE =
      plain("categorical_hinge", CategoricalHinge.class, CategoricalHinge.of());

  static final KerasCodec<Hinge> HINGE = plain("hinge", Hinge.class, Hinge.of());

  static final KerasCodec<KLDivergence> KL_DIVERGENCE =
      plain("kl_divergence", KLDivergence.class, KLDivergence.of());

  static final KerasCodec<MeanAbsoluteError> MEAN_ABSOLUTE_ERROR =
      plain("mean_absolute_error", MeanAbsoluteError.class, MeanAbsoluteError.of());

  static final KerasCodec<MeanAbsolutePercentageError> MEAN_ABSOLUTE_PERCENTAGE_ERROR =
      plain(
          "mean_absolute_percentage_error",
          MeanAbsolutePercentageError.class,
          MeanAbsolutePercentageError.of());

  static final KerasCodec<MeanSquaredError> MEAN_SQUARED_ERROR =
      plain("mean_squared_error", MeanSquaredError.class, MeanSquaredError.of());

  static final KerasCodec<MeanSquaredLogarithmicError> MEAN_SQUARED_LOGARITHMIC_ERROR =
      plain(
          "mean_squared_logarithmic_error",
          MeanSquaredLogarithmicError.class,
          MeanSquaredLogarithmicError.of());

  static final KerasCodec<LogCosh> LOG_COSH = plain("log_cosh", LogCosh.class, LogCosh.of());

  static final KerasCodec<Poisson> POISSON = plain("poisson", Poisson.class, Poisson.of());

  static final KerasCodec<SquaredHinge> SQUARED_HINGE =
      plain("squared_hinge", SquaredHinge.class, SquaredHinge.of());

  static final KerasCodec<Dice> DICE = plain("dice", Dice.class, Dice.of());

  static final KerasCodec<BinaryCrossentropy> BINARY_CROSSENTROPY =
      KerasCodec.of(
          "binary_crossentropy",
          BinaryCrossentropy.class,
          config -> {
            readCommon(config);
            return readBinaryCrossentropy(config);
          },
          (loss, config) -> {
            writeCommon(config, "binary_crossentropy");
            writeProbabilities(config, loss.fromLogits(), loss.labelSmoothing());
          });

  static final KerasCodec<BinaryFocalCrossentropy> BINARY_FOCAL_CROSSENTROPY =
      KerasCodec.of(
          "binary_focal_crossentropy",
          BinaryFocalCrossentropy.class,
          config -> {
            readCommon(config);
            config.only("axis", -1);
            return new BinaryFocalCrossentropy(
                config.flag("apply_class_balancing", false),
                config.number("alpha", 0.25),
                config.number("gamma", 2),
                config.flag("from_logits", false),
                config.number("label_smoothing", 0));
          },
          (loss, config) -> {
            writeCommon(config, "binary_focal_crossentropy");
            writeProbabilities(config, loss.fromLogits(), loss.labelSmoothing());
            config
                .put("apply_class_balancing", loss.applyClassBalancing())
                .put("alpha", loss.alpha())
                .put("gamma", loss.gamma());
          });

  static final KerasCodec<CategoricalCrossentropy> CATEGORICAL_CROSSENTROPY =
      KerasCodec.of(
          "categorical_crossentropy",
          CategoricalCrossentropy.class,
          config -> {
            readCommon(config);
            return readCategoricalCrossentropy(config);
          },
          (loss, config) -> {
            writeCommon(config, "categorical_crossentropy");
            writeProbabilities(config, loss.fromLogits(), loss.labelSmoothing());
          });

  static final KerasCodec<CategoricalFocalCrossentropy> CATEGORICAL_FOCAL_CROSSENTROPY =
      KerasCodec.of(
          "categorical_focal_crossentropy",
          CategoricalFocalCrossentropy.class,
          config -> {
            readCommon(config);
            config.only("axis", -1);
            return new CategoricalFocalCrossentropy(
                config.number("alpha", 0.25),
                config.number("gamma", 2),
                config.flag("from_logits", false),
                config.number("label_smoothing", 0));
          },
          (loss, config) -> {
            writeCommon(config, "categorical_focal_crossentropy");
            writeProbabilities(config, loss.fromLogits(), loss.labelSmoothing());
            config.put("alpha", loss.alpha()).put("gamma", loss.gamma());
          });

  static final KerasCodec<CosineSimilarity> COSINE_SIMILARITY =
      KerasCodec.of(
          "cosine_similarity",
          CosineSimilarity.class,
          config -> {
            readCommon(config);
            config.only("axis", -1);
            return CosineSimilarity.of();
          },
          (loss, config) -> writeCommon(config, "cosine_similarity"));

  static final KerasCodec<Huber> HUBER =
      KerasCodec.of(
          "huber",
          Huber.class,
          config -> {
            readCommon(config);
            return new Huber(config.number("delta", 1));
          },
          (loss, config) -> {
            writeCommon(config, "huber_loss");
            config.put("delta", loss.delta());
          });

  static final KerasCodec<SparseCategoricalCrossentropy> SPARSE_CATEGORICAL_CROSSENTROPY =
      KerasCodec.of(
          "sparse_categorical_crossentropy",
          SparseCategoricalCrossentropy.class,
          config -> {
            readCommon(config);
            return readSparseCategoricalCrossentropy(config);
          },
          (loss, config) -> {
            writeCommon(config, "sparse_categorical_crossentropy");
            config
                .put("from_logits", loss.fromLogits())
                .putOptional("ignore_class", loss.ignoreClass());
          });

  static final KerasCodec<Tversky> TVERSKY =
      KerasCodec.of(
          "tversky",
          Tversky.class,
          config -> {
            readCommon(config);
            return new Tversky(config.number("alpha", 0.5), config.number("beta", 0.5));
          },
          (loss, config) -> {
            writeCommon(config, "tversky");
            config.put("alpha", loss.alpha()).put("beta", loss.beta());
          });

  static final List<KerasCodec<? extends Loss>> ALL =
      List.of(
          BINARY_CROSSENTROPY,
          BINARY_FOCAL_CROSSENTROPY,
          CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_FOCAL_CROSSENTROPY,
          CATEGORICAL_HINGE,
          COSINE_SIMILARITY,
          DICE,
          HINGE,
          HUBER,
          KL_DIVERGENCE,
          LOG_COSH,
          MEAN_ABSOLUTE_ERROR,
          MEAN_ABSOLUTE_PERCENTAGE_ERROR,
          MEAN_SQUARED_ERROR,
          MEAN_SQUARED_LOGARITHMIC_ERROR,
          POISSON,
          SPARSE_CATEGORICAL_CROSSENTROPY,
          SQUARED_HINGE,
          TVERSKY);

  /** Aliases of all versions of Keras. */
  static final Map<String, KerasCodec<? extends Loss>> ALIASES =
      Map.ofEntries(
          Map.entry("bce", BINARY_CROSSENTROPY),
          Map.entry("BCE", BINARY_CROSSENTROPY),
          Map.entry("huber_loss", HUBER),
          Map.entry("kld", KL_DIVERGENCE),
          Map.entry("KLD", KL_DIVERGENCE),
          Map.entry("kullback_leibler_divergence", KL_DIVERGENCE),
          Map.entry("logcosh", LOG_COSH),
          Map.entry("mae", MEAN_ABSOLUTE_ERROR),
          Map.entry("MAE", MEAN_ABSOLUTE_ERROR),
          Map.entry("mape", MEAN_ABSOLUTE_PERCENTAGE_ERROR),
          Map.entry("MAPE", MEAN_ABSOLUTE_PERCENTAGE_ERROR),
          Map.entry("mse", MEAN_SQUARED_ERROR),
          Map.entry("MSE", MEAN_SQUARED_ERROR),
          Map.entry("msle", MEAN_SQUARED_LOGARITHMIC_ERROR),
          Map.entry("MSLE", MEAN_SQUARED_LOGARITHMIC_ERROR));

  private LossCodecs() {}

  private static <L extends Loss> KerasCodec<L> plain(String identifier, Class<L> type, L loss) {
    return KerasCodec.of(
        identifier,
        type,
        config -> {
          readCommon(config);
          return loss;
        },
        (value, config) -> writeCommon(config, identifier));
  }

  /** The options that loss and metric have both. */
  static BinaryCrossentropy readBinaryCrossentropy(OptionsReader config) {
    config.only("axis", -1);
    return new BinaryCrossentropy(
        config.flag("from_logits", false), config.number("label_smoothing", 0));
  }

  /** The options that loss and metric have both. */
  static CategoricalCrossentropy readCategoricalCrossentropy(OptionsReader config) {
    config.only("axis", -1);
    return new CategoricalCrossentropy(
        config.flag("from_logits", false), config.number("label_smoothing", 0));
  }

  /** The options that loss and metric have both. */
  static SparseCategoricalCrossentropy readSparseCategoricalCrossentropy(OptionsReader config) {
    config.only("axis", -1);
    return new SparseCategoricalCrossentropy(
        config.flag("from_logits", false), config.optionalInteger("ignore_class"));
  }

  private static void readCommon(OptionsReader config) {
    // Keras 2 also writes the function.
    config.ignore("name", "fn");
    // Keras 2 writes auto: the mean over the samples, not divided by the sum of their weights.
    config.only("reduction", REDUCTION, "auto", "mean");
    config.onlyFloat32();
  }

  private static void writeProbabilities(
      OptionsWriter config, boolean fromLogits, double labelSmoothing) {
    config.put("from_logits", fromLogits).put("label_smoothing", labelSmoothing).put("axis", -1);
  }

  private static void writeCommon(OptionsWriter config, String name) {
    config.put("name", name).put("reduction", REDUCTION);
  }
}
