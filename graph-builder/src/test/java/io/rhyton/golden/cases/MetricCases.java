package io.rhyton.golden.cases;

import static io.rhyton.model.layer.ActivationFunction.LINEAR;
import static io.rhyton.model.layer.ActivationFunction.SIGMOID;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;

import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.AUC.Curve;
import io.rhyton.model.objective.AUC.SummationMethod;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryIoU;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.F1Score;
import io.rhyton.model.objective.FBetaScore;
import io.rhyton.model.objective.FBetaScore.Average;
import io.rhyton.model.objective.FalseNegatives;
import io.rhyton.model.objective.FalsePositives;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCoshError;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.objective.OneHotIoU;
import io.rhyton.model.objective.OneHotMeanIoU;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.objective.PrecisionAtRecall;
import io.rhyton.model.objective.R2Score;
import io.rhyton.model.objective.R2Score.ClassAggregation;
import io.rhyton.model.objective.Recall;
import io.rhyton.model.objective.RecallAtPrecision;
import io.rhyton.model.objective.RootMeanSquaredError;
import io.rhyton.model.objective.SensitivityAtSpecificity;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import io.rhyton.model.objective.SpecificityAtSensitivity;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.TopKCategoricalAccuracy;
import io.rhyton.model.objective.TrueNegatives;
import io.rhyton.model.objective.TruePositives;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The metrics of {@code metric_cases.py}. */
public final class MetricCases {
  private final Map<String, CompiledCase> cases = new LinkedHashMap<>();

  private MetricCases() {}

  public static Map<String, CompiledCase> all() {
    MetricCases all = new MetricCases();
    all.regressions();
    all.probabilities();
    all.ranks();
    all.confusions();
    all.areas();
    all.scores();
    all.intersections();
    return all.cases;
  }

  private void regressions() {
    regression("mean_squared_error", MeanSquaredError.of());
    regression("root_mean_squared_error", RootMeanSquaredError.of());
    regression("mean_absolute_error", MeanAbsoluteError.of());
    regression("mean_absolute_percentage_error", MeanAbsolutePercentageError.of());
    regression("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.of());
    regression("log_cosh_error", LogCoshError.of());
    regression("cosine_similarity", CosineSimilarity.of());
    regression("poisson", Poisson.of());
    R2Score score = R2Score.of();
    regression("r2_score", score);
    regression(
        "r2_score_weighted", score.classAggregation(ClassAggregation.VARIANCE_WEIGHTED_AVERAGE));
    regression("named", NamedMetric.of(MeanAbsoluteError.of(), "distance"));
    regression("text", NamedMetric.of(MeanAbsoluteError.of(), "mae"));
  }

  private void probabilities() {
    categorical("kl_divergence", KLDivergence.of());
    binary("hinge", Hinge.of());
    binary("squared_hinge", SquaredHinge.of());
    categorical("categorical_hinge", CategoricalHinge.of());
    binary("binary_crossentropy", BinaryCrossentropy.of());
    binary("binary_crossentropy_smoothed", BinaryCrossentropy.of().labelSmoothing(0.2));
    categorical("categorical_crossentropy", CategoricalCrossentropy.of());
    SparseCategoricalCrossentropy sparse = SparseCategoricalCrossentropy.of();
    sparse("sparse_categorical_crossentropy", sparse);
    sparse("sparse_categorical_crossentropy_ignoring", sparse.ignoreClass(1));
  }

  private void ranks() {
    binary("binary_accuracy_threshold", BinaryAccuracy.of().threshold(0.7));
    categorical("top_k", TopKCategoricalAccuracy.of().k(2));
    categorical("top_k_of_few", TopKCategoricalAccuracy.of());
    sparse("sparse_top_k", SparseTopKCategoricalAccuracy.of().k(2));
  }

  private void confusions() {
    binary("true_positives", TruePositives.of());
    binary("true_negatives", TrueNegatives.of().thresholds(0.7));
    binary("false_positives", FalsePositives.of());
    binary("false_negatives", FalseNegatives.of().thresholds(0.7));
    Precision precision = Precision.of();
    binary("precision", precision);
    categorical("precision_options", precision.thresholds(0.25).topK(2).classId(1));
    categorical("precision_top_k", precision.topK(2));
    binary("recall", Recall.of().thresholds(0.7));
    categorical("recall_top_k", Recall.of().topK(1));
    binary("recall_class", Recall.of().classId(2));
    SensitivityAtSpecificity sensitivity = SensitivityAtSpecificity.of(0.5);
    binary("sensitivity_at_specificity", sensitivity);
    binary("sensitivity_at_specificity_one", sensitivity.numThresholds(1));
    binary("specificity_at_sensitivity", SpecificityAtSensitivity.of(0.6).numThresholds(20));
    binary("precision_at_recall", PrecisionAtRecall.of(0.5).classId(0));
    binary("recall_at_precision", RecallAtPrecision.of(0.6));
    binary("recall_at_precision_never", RecallAtPrecision.of(1).numThresholds(3));
  }

  private void areas() {
    for (Curve curve : Curve.values()) {
      for (SummationMethod method : SummationMethod.values()) {
        binary(
            ("auc_" + curve + "_" + method).toLowerCase(Locale.ROOT),
            AUC.of().curve(curve).summationMethod(method));
      }
    }
    AUC each = AUC.of().multiLabel(true);
    binary("auc_multi_label", each);
    binary("auc_multi_label_pr", each.curve(Curve.PR).numThresholds(10));
    add(
        "auc_logits",
        4,
        LINEAR,
        BinaryCrossentropy.of().fromLogits(true),
        AUC.of().fromLogits(true).numThresholds(7));
  }

  private void scores() {
    for (Average average : Average.values()) {
      categorical("f1_score_" + average.name().toLowerCase(Locale.ROOT), F1Score.of(average));
    }
    binary("f1_score_threshold", F1Score.of(Average.MACRO).threshold(0.6));
    binary("fbeta_score", FBetaScore.of(Average.WEIGHTED).beta(2).threshold(0.5));
  }

  private void intersections() {
    numbers("io_u", IoU.of(3, List.of(0, 2)));
    numbers("mean_io_u", MeanIoU.of(4));
    numbers("mean_io_u_ignoring", MeanIoU.of(3).ignoreClass(1));
    sparse("mean_io_u_of_rows", MeanIoU.of(4).sparseYPred(false));
    binary("binary_io_u", BinaryIoU.of().threshold(0.6));
    binary("binary_io_u_of_one", BinaryIoU.of().targetClassIds(List.of(1)));
    categorical("one_hot_io_u", OneHotIoU.of(4, List.of(0, 3)));
    categorical("one_hot_mean_io_u", OneHotMeanIoU.of(4));
    categorical("one_hot_mean_io_u_ignoring", OneHotMeanIoU.of(4).ignoreClass(0));
  }

  private void numbers(String name, Metric metric) {
    add(name, 1, LINEAR, MeanSquaredError.of(), metric);
  }

  private void regression(String name, Metric metric) {
    add(name, 4, LINEAR, MeanSquaredError.of(), metric);
  }

  private void binary(String name, Metric metric) {
    add(name, 4, SIGMOID, BinaryCrossentropy.of(), metric);
  }

  private void categorical(String name, Metric metric) {
    add(name, 4, SOFTMAX, CategoricalCrossentropy.of(), metric);
  }

  private void sparse(String name, Metric metric) {
    add(name, 4, SOFTMAX, SparseCategoricalCrossentropy.of(), metric);
  }

  private void add(
      String name, int outputs, ActivationFunction activation, Loss loss, Metric metric) {
    cases.put(
        name, CompiledCase.of(IdentityModel.of(outputs, activation).build("golden"), loss, metric));
  }
}
