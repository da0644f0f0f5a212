package io.rhyton.keras.codec;

import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCoshError;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.RootMeanSquaredError;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.TopKCategoricalAccuracy;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for mean metrics. Their names are read and written by {@link MetricNames}. */
final class MetricCodecs {
  /** Written only as a string, as Keras's class of this name is another metric. */
  static final KerasCodec<Accuracy> ACCURACY = new AccuracyCodec();

  static final KerasCodec<CategoricalAccuracy> CATEGORICAL_ACCURACY =
      of(
          "categorical_accuracy",
          CategoricalAccuracy.class,
          config -> CategoricalAccuracy.of(),
          (metric, config) -> {});

  static final KerasCodec<SparseCategoricalAccuracy> SPARSE_CATEGORICAL_ACCURACY =
      of(
          "sparse_categorical_accuracy",
          SparseCategoricalAccuracy.class,
          config -> SparseCategoricalAccuracy.of(),
          (metric, config) -> {});

  static final KerasCodec<CategoricalHinge> CATEGORICAL_HINGE =
      of(
          "categorical_hinge",
          CategoricalHinge.class,
          config -> CategoricalHinge.of(),
          (metric, config) -> {});

  static final KerasCodec<Hinge> HINGE =
      of("hinge", Hinge.class, config -> Hinge.of(), (metric, config) -> {});

  static final KerasCodec<KLDivergence> KL_DIVERGENCE =
      of("kl_divergence", KLDivergence.class, config -> KLDivergence.of(), (metric, config) -> {});

  static final KerasCodec<MeanAbsoluteError> MEAN_ABSOLUTE_ERROR =
      of(
          "mean_absolute_error",
          MeanAbsoluteError.class,
          config -> MeanAbsoluteError.of(),
          (metric, config) -> {});

  static final KerasCodec<MeanAbsolutePercentageError> MEAN_ABSOLUTE_PERCENTAGE_ERROR =
      of(
          "mean_absolute_percentage_error",
          MeanAbsolutePercentageError.class,
          config -> MeanAbsolutePercentageError.of(),
          (metric, config) -> {});

  static final KerasCodec<MeanSquaredError> MEAN_SQUARED_ERROR =
      of(
          "mean_squared_error",
          MeanSquaredError.class,
          config -> MeanSquaredError.of(),
          (metric, config) -> {});

  static final KerasCodec<MeanSquaredLogarithmicError> MEAN_SQUARED_LOGARITHMIC_ERROR =
      of(
          "mean_squared_logarithmic_error",
          MeanSquaredLogarithmicError.class,
          config -> MeanSquaredLogarithmicError.of(),
          (metric, config) -> {});

  static final KerasCodec<LogCoshError> LOG_COSH_ERROR =
      of("log_cosh_error", LogCoshError.class, config -> LogCoshError.of(), (metric, config) -> {});

  static final KerasCodec<Poisson> POISSON =
      of("poisson", Poisson.class, config -> Poisson.of(), (metric, config) -> {});

  static final KerasCodec<RootMeanSquaredError> ROOT_MEAN_SQUARED_ERROR =
      of(
          "root_mean_squared_error",
          RootMeanSquaredError.class,
          config -> RootMeanSquaredError.of(),
          (metric, config) -> {});

  static final KerasCodec<SquaredHinge> SQUARED_HINGE =
      of("squared_hinge", SquaredHinge.class, config -> SquaredHinge.of(), (metric, config) -> {});

  static final KerasCodec<BinaryAccuracy> BINARY_ACCURACY =
      of(
          "binary_accuracy",
          BinaryAccuracy.class,
          config -> new BinaryAccuracy(config.number("threshold", 0.5)),
          (metric, config) -> config.put("threshold", metric.threshold()));

  static final KerasCodec<TopKCategoricalAccuracy> TOP_K_CATEGORICAL_ACCURACY =
      of(
          "top_k_categorical_accuracy",
          TopKCategoricalAccuracy.class,
          config -> new TopKCategoricalAccuracy(config.integer("k", 5)),
          (metric, config) -> config.put("k", metric.k()));

  static final KerasCodec<SparseTopKCategoricalAccuracy> SPARSE_TOP_K_CATEGORICAL_ACCURACY =
      of(
          "sparse_top_k_categorical_accuracy",
          SparseTopKCategoricalAccuracy.class,
          config -> new SparseTopKCategoricalAccuracy(config.integer("k", 5)),
          (metric, config) -> config.put("k", metric.k()));

  static final KerasCodec<CosineSimilarity> COSINE_SIMILARITY =
      of(
          "cosine_similarity",
          CosineSimilarity.class,
          config -> {
            config.only("axis", -1);
            return CosineSimilarity.of();
          },
          (metric, config) -> {});

  static final KerasCodec<BinaryCrossentropy> BINARY_CROSSENTROPY =
      of(
          "binary_crossentropy",
          BinaryCrossentropy.class,
          LossCodecs::readBinaryCrossentropy,
          (metric, config) ->
              config
                  .put("from_logits", metric.fromLogits())
                  .put("label_smoothing", metric.labelSmoothing()));

  static final KerasCodec<CategoricalCrossentropy> CATEGORICAL_CROSSENTROPY =
      of(
          "categorical_crossentropy",
          CategoricalCrossentropy.class,
          LossCodecs::readCategoricalCrossentropy,
          (metric, config) ->
              config
                  .put("from_logits", metric.fromLogits())
                  .put("label_smoothing", metric.labelSmoothing())
                  .put("axis", -1));

  static final KerasCodec<SparseCategoricalCrossentropy> SPARSE_CATEGORICAL_CROSSENTROPY =
      of(
          "sparse_categorical_crossentropy",
          SparseCategoricalCrossentropy.class,
          LossCodecs::readSparseCategoricalCrossentropy,
          (metric, config) -> {
            config.put("from_logits", metric.fromLogits()).put("axis", -1);
            if (metric.ignoreClass() != null) {
              config.putOptional("ignore_class", metric.ignoreClass());
            }
          });

  /**
   * Reads how Keras 2 writes a metric that was given as a string: as the function that it chose.
   */
  static final KerasCodec<Metric> WRAPPER =
      KerasCodec.of(
          "MeanMetricWrapper",
          Metric.class,
          MetricCodecs::readWrapper,
          (metric, config) -> {
            throw new IllegalStateException("MeanMetricWrapper is only read");
          });

  static final List<KerasCodec<? extends Metric>> ALL =
      List.of(
          ACCURACY,
          BINARY_ACCURACY,
          BINARY_CROSSENTROPY,
          CATEGORICAL_ACCURACY,
          CATEGORICAL_CROSSENTROPY,
          CATEGORICAL_HINGE,
          COSINE_SIMILARITY,
          HINGE,
          KL_DIVERGENCE,
          LOG_COSH_ERROR,
          MEAN_ABSOLUTE_ERROR,
          MEAN_ABSOLUTE_PERCENTAGE_ERROR,
          MEAN_SQUARED_ERROR,
          MEAN_SQUARED_LOGARITHMIC_ERROR,
          POISSON,
          ROOT_MEAN_SQUARED_ERROR,
          SPARSE_CATEGORICAL_ACCURACY,
          SPARSE_CATEGORICAL_CROSSENTROPY,
          SPARSE_TOP_K_CATEGORICAL_ACCURACY,
          SQUARED_HINGE,
          TOP_K_CATEGORICAL_ACCURACY);

  /** Aliases of all versions of Keras. */
  static final Map<String, KerasCodec<? extends Metric>> ALIASES =
      Map.ofEntries(
          Map.entry("acc", ACCURACY),
          Map.entry("MeanMetricWrapper", WRAPPER),
          Map.entry("log_cosh", LOG_COSH_ERROR),
          Map.entry("logcosh", LOG_COSH_ERROR),
          Map.entry("kullback_leibler_divergence", KL_DIVERGENCE),
          Map.entry("kld", KL_DIVERGENCE),
          Map.entry("KLD", KL_DIVERGENCE),
          Map.entry("bce", BINARY_CROSSENTROPY),
          Map.entry("BCE", BINARY_CROSSENTROPY),
          Map.entry("mae", MEAN_ABSOLUTE_ERROR),
          Map.entry("MAE", MEAN_ABSOLUTE_ERROR),
          Map.entry("mape", MEAN_ABSOLUTE_PERCENTAGE_ERROR),
          Map.entry("MAPE", MEAN_ABSOLUTE_PERCENTAGE_ERROR),
          Map.entry("mse", MEAN_SQUARED_ERROR),
          Map.entry("MSE", MEAN_SQUARED_ERROR),
          Map.entry("msle", MEAN_SQUARED_LOGARITHMIC_ERROR),
          Map.entry("MSLE", MEAN_SQUARED_LOGARITHMIC_ERROR));

  private MetricCodecs() {}

  /** Returns a codec that also reads and writes the common options of metrics. */
  static <M extends Metric> KerasCodec<M> of(
      String identifier,
      Class<M> type,
      Function<OptionsReader, M> read,
      BiConsumer<M, OptionsWriter> write) {
    return KerasCodec.of(
        identifier,
        type,
        config -> {
          config.onlyFloat32();
          // Keras 2 also writes the function.
          config.ignore("name", "fn");
          return read.apply(config);
        },
        (metric, config) -> {
          config.put("name", metric.name()).put("dtype", "float32");
          write.accept(metric, config);
        });
  }

  private static Metric readWrapper(OptionsReader config) {
    config.onlyFloat32();
    String name = config.text("name", "");
    Metric metric = KerasCodecs.METRICS.read(config.get("fn"));
    return metric == null || name.equals("accuracy") || name.equals("acc") ? Accuracy.of() : metric;
  }
}
