package io.rhyton.keras.codec;

import io.rhyton.keras.json.JsonText;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.AUC.Curve;
import io.rhyton.model.objective.AUC.SummationMethod;
import io.rhyton.model.objective.FalseNegatives;
import io.rhyton.model.objective.FalsePositives;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.objective.PrecisionAtRecall;
import io.rhyton.model.objective.Recall;
import io.rhyton.model.objective.RecallAtPrecision;
import io.rhyton.model.objective.SensitivityAtSpecificity;
import io.rhyton.model.objective.SpecificityAtSensitivity;
import io.rhyton.model.objective.TrueNegatives;
import io.rhyton.model.objective.TruePositives;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codecs for metrics of true and false predictions. */
final class ConfusionCodecs {
  static final KerasCodec<TruePositives> TRUE_POSITIVES =
      MetricCodecs.of(
          "true_positives",
          TruePositives.class,
          config -> new TruePositives(threshold(config)),
          (metric, config) -> config.putOptional("thresholds", metric.thresholds()));

  static final KerasCodec<TrueNegatives> TRUE_NEGATIVES =
      MetricCodecs.of(
          "true_negatives",
          TrueNegatives.class,
          config -> new TrueNegatives(threshold(config)),
          (metric, config) -> config.putOptional("thresholds", metric.thresholds()));

  static final KerasCodec<FalsePositives> FALSE_POSITIVES =
      MetricCodecs.of(
          "false_positives",
          FalsePositives.class,
          config -> new FalsePositives(threshold(config)),
          (metric, config) -> config.putOptional("thresholds", metric.thresholds()));

  static final KerasCodec<FalseNegatives> FALSE_NEGATIVES =
      MetricCodecs.of(
          "false_negatives",
          FalseNegatives.class,
          config -> new FalseNegatives(threshold(config)),
          (metric, config) -> config.putOptional("thresholds", metric.thresholds()));

  static final KerasCodec<Precision> PRECISION =
      MetricCodecs.of(
          "precision",
          Precision.class,
          config ->
              new Precision(
                  threshold(config),
                  config.optionalInteger("top_k"),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .putOptional("thresholds", metric.thresholds())
                  .putOptional("top_k", metric.topK())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<Recall> RECALL =
      MetricCodecs.of(
          "recall",
          Recall.class,
          config ->
              new Recall(
                  threshold(config),
                  config.optionalInteger("top_k"),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .putOptional("thresholds", metric.thresholds())
                  .putOptional("top_k", metric.topK())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<SensitivityAtSpecificity> SENSITIVITY_AT_SPECIFICITY =
      MetricCodecs.of(
          "sensitivity_at_specificity",
          SensitivityAtSpecificity.class,
          config ->
              new SensitivityAtSpecificity(
                  config.number("specificity"),
                  config.integer("num_thresholds", 200),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .put("specificity", metric.specificity())
                  .put("num_thresholds", metric.numThresholds())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<SpecificityAtSensitivity> SPECIFICITY_AT_SENSITIVITY =
      MetricCodecs.of(
          "specificity_at_sensitivity",
          SpecificityAtSensitivity.class,
          config ->
              new SpecificityAtSensitivity(
                  config.number("sensitivity"),
                  config.integer("num_thresholds", 200),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .put("sensitivity", metric.sensitivity())
                  .put("num_thresholds", metric.numThresholds())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<PrecisionAtRecall> PRECISION_AT_RECALL =
      MetricCodecs.of(
          "precision_at_recall",
          PrecisionAtRecall.class,
          config ->
              new PrecisionAtRecall(
                  config.number("recall"),
                  config.integer("num_thresholds", 200),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .put("recall", metric.recall())
                  .put("num_thresholds", metric.numThresholds())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<RecallAtPrecision> RECALL_AT_PRECISION =
      MetricCodecs.of(
          "recall_at_precision",
          RecallAtPrecision.class,
          config ->
              new RecallAtPrecision(
                  config.number("precision"),
                  config.integer("num_thresholds", 200),
                  config.optionalInteger("class_id")),
          (metric, config) ->
              config
                  .put("precision", metric.precision())
                  .put("num_thresholds", metric.numThresholds())
                  .putOptional("class_id", metric.classId()));

  static final KerasCodec<AUC> AUC =
      MetricCodecs.of(
          "auc",
          AUC.class,
          ConfusionCodecs::readArea,
          (metric, config) ->
              config
                  .put("num_thresholds", metric.numThresholds())
                  .put("curve", metric.curve().name())
                  .putConstant("summation_method", metric.summationMethod())
                  .put("multi_label", metric.multiLabel())
                  .putNull("num_labels", "label_weights")
                  .put("from_logits", metric.fromLogits()));

  static final List<KerasCodec<? extends Metric>> ALL =
      List.of(
          AUC,
          FALSE_NEGATIVES,
          FALSE_POSITIVES,
          PRECISION,
          PRECISION_AT_RECALL,
          RECALL,
          RECALL_AT_PRECISION,
          SENSITIVITY_AT_SPECIFICITY,
          SPECIFICITY_AT_SENSITIVITY,
          TRUE_NEGATIVES,
          TRUE_POSITIVES);

  private ConfusionCodecs() {}

  private static AUC readArea(OptionsReader config) {
    boolean multiLabel = config.flag("multi_label", false);
    if (multiLabel) {
      // Derived from the model's output.
      config.ignore("num_labels");
    }
    return new AUC(
        config.integer("num_thresholds", 200),
        curve(config.get("curve")),
        config.constant("summation_method", SummationMethod.INTERPOLATION),
        multiLabel,
        config.flag("from_logits", false));
  }

  private static Curve curve(JsonValue value) {
    if (value.isAbsent()) {
      return Curve.ROC;
    }
    for (Curve curve : Curve.values()) {
      if (value.isText() && value.text("").toUpperCase(Locale.ROOT).equals(curve.name())) {
        return curve;
      }
    }
    value.requireOneOf("ROC", "PR");
    return Curve.ROC;
  }

  /** Reads one threshold, possibly in a list. */
  private static @Nullable Double threshold(OptionsReader config) {
    JsonValue value = config.get("thresholds");
    if (value.isAbsent()) {
      return null;
    }
    if (!value.isList()) {
      return value.number(0.5);
    }
    if (value.elements().size() != 1) {
      value.refuse("expected one threshold, got " + JsonText.value(value.node()));
      return null;
    }
    return value.elements().get(0).number(0.5);
  }
}
