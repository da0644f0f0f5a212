package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.objective.BinaryIoU;
import io.rhyton.model.objective.F1Score;
import io.rhyton.model.objective.FBetaScore;
import io.rhyton.model.objective.FBetaScore.Average;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.OneHotIoU;
import io.rhyton.model.objective.OneHotMeanIoU;
import io.rhyton.model.objective.R2Score;
import io.rhyton.model.objective.R2Score.ClassAggregation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for metrics with a total per output or per pair of classes. */
final class ScoreCodecs {
  static final KerasCodec<F1Score> F1_SCORE =
      MetricCodecs.of(
          "f1_score",
          F1Score.class,
          config -> new F1Score(average(config), config.optionalNumber("threshold")),
          (metric, config) ->
              config
                  .putConstant("average", metric.average())
                  .putOptional("threshold", metric.threshold()));

  static final KerasCodec<FBetaScore> F_BETA_SCORE =
      MetricCodecs.of(
          "f_beta_score",
          FBetaScore.class,
          config ->
              new FBetaScore(
                  average(config), config.number("beta", 1), config.optionalNumber("threshold")),
          (metric, config) ->
              config
                  .putConstant("average", metric.average())
                  .put("beta", metric.beta())
                  .putOptional("threshold", metric.threshold()));

  static final KerasCodec<R2Score> R2_SCORE =
      MetricCodecs.of(
          "r2_score",
          R2Score.class,
          config -> {
            // With any other value, Keras cannot compute the score in fit.
            config.only("num_regressors", 0);
            return new R2Score(aggregation(config));
          },
          (metric, config) ->
              config
                  .putConstant("class_aggregation", metric.classAggregation())
                  .put("num_regressors", 0));

  static final KerasCodec<IoU> IOU =
      intersection(
          "io_u",
          IoU.class,
          config ->
              new IoU(
                  config.integer("num_classes"),
                  config.integers("target_class_ids", List.of(0)),
                  config.optionalInteger("ignore_class"),
                  config.flag("sparse_y_true", true),
                  config.flag("sparse_y_pred", true)),
          (metric, config) ->
              config
                  .put("num_classes", metric.numClasses())
                  .put("target_class_ids", metric.targetClassIds())
                  .putOptional("ignore_class", metric.ignoreClass())
                  .put("sparse_y_true", metric.sparseYTrue())
                  .put("sparse_y_pred", metric.sparseYPred())
                  .put("axis", -1));

  static final KerasCodec<BinaryIoU> BINARY_IOU =
      intersection(
          "binary_io_u",
          BinaryIoU.class,
          config ->
              new BinaryIoU(
                  config.integers("target_class_ids", List.of(0, 1)),
                  config.number("threshold", 0.5)),
          (metric, config) ->
              config
                  .put("target_class_ids", metric.targetClassIds())
                  .put("threshold", metric.threshold()));

  static final KerasCodec<MeanIoU> MEAN_IOU =
      intersection(
          "mean_io_u",
          MeanIoU.class,
          config ->
              new MeanIoU(
                  config.integer("num_classes"),
                  config.optionalInteger("ignore_class"),
                  config.flag("sparse_y_true", true),
                  config.flag("sparse_y_pred", true)),
          (metric, config) ->
              config
                  .put("num_classes", metric.numClasses())
                  .putOptional("ignore_class", metric.ignoreClass())
                  .put("sparse_y_true", metric.sparseYTrue())
                  .put("sparse_y_pred", metric.sparseYPred())
                  .put("axis", -1));

  static final KerasCodec<OneHotIoU> ONE_HOT_IOU =
      intersection(
          "one_hot_io_u",
          OneHotIoU.class,
          config ->
              new OneHotIoU(
                  config.integer("num_classes"),
                  config.integers("target_class_ids", List.of(0)),
                  config.optionalInteger("ignore_class"),
                  config.flag("sparse_y_pred", false)),
          (metric, config) ->
              config
                  .put("num_classes", metric.numClasses())
                  .put("target_class_ids", metric.targetClassIds())
                  .putOptional("ignore_class", metric.ignoreClass())
                  .put("sparse_y_pred", metric.sparseYPred())
                  .put("axis", -1));

  static final KerasCodec<OneHotMeanIoU> ONE_HOT_MEAN_IOU =
      intersection(
          "one_hot_mean_io_u",
          OneHotMeanIoU.class,
          config ->
              new OneHotMeanIoU(
                  config.integer("num_classes"),
                  config.optionalInteger("ignore_class"),
                  config.flag("sparse_y_pred", false)),
          (metric, config) ->
              config
                  .put("num_classes", metric.numClasses())
                  .putOptional("ignore_class", metric.ignoreClass())
                  .put("sparse_y_pred", metric.sparseYPred())
                  .put("axis", -1));

  static final List<KerasCodec<? extends Metric>> ALL =
      List.of(
          BINARY_IOU,
          F1_SCORE,
          F_BETA_SCORE,
          IOU,
          MEAN_IOU,
          ONE_HOT_IOU,
          ONE_HOT_MEAN_IOU,
          R2_SCORE);

  private ScoreCodecs() {}

  /**
   * Returns a codec for a metric that Keras computes as integers, whose dtype differs between
   * versions.
   */
  private static <M extends Metric> KerasCodec<M> intersection(
      String identifier,
      Class<M> type,
      Function<OptionsReader, M> read,
      BiConsumer<M, OptionsWriter> write) {
    return KerasCodec.of(
        identifier,
        type,
        config -> {
          config.ignore("name", "dtype");
          config.only("axis", -1);
          return read.apply(config);
        },
        (metric, config) -> {
          config.put("name", metric.name());
          write.accept(metric, config);
        });
  }

  private static Average average(OptionsReader config) {
    requireNamed(config.get("average"), "expected 'micro' or 'macro' or 'weighted', got none");
    return config.constant("average", Average.MACRO);
  }

  private static ClassAggregation aggregation(OptionsReader config) {
    // Absent means the default; null means one score per output.
    JsonValue value = config.get("class_aggregation");
    if (value.node().isNull()) {
      value.refuse("expected 'uniform_average' or 'variance_weighted_average', got none");
    }
    return config.constant("class_aggregation", ClassAggregation.UNIFORM_AVERAGE);
  }

  private static void requireNamed(JsonValue value, String otherwise) {
    if (value.isAbsent()) {
      value.refuse(otherwise);
    }
  }
}
