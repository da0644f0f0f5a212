package io.rhyton.model.objective;

/**
 * A number to watch, counted over the samples of an epoch.
 *
 * <p>Labels in the form that the loss takes fit every metric: class numbers are seen as one-hot
 * rows where a metric compares rows, and rows as the number of their largest value where it
 * compares class numbers.
 */
public sealed interface Metric
    permits Accuracy,
        AUC,
        BinaryAccuracy,
        BinaryIoU,
        CategoricalAccuracy,
        CosineSimilarity,
        F1Score,
        FalseNegatives,
        FalsePositives,
        FBetaScore,
        IoU,
        LogCoshError,
        LossMetric,
        MeanIoU,
        NamedMetric,
        OneHotIoU,
        OneHotMeanIoU,
        Precision,
        PrecisionAtRecall,
        R2Score,
        Recall,
        RecallAtPrecision,
        RootMeanSquaredError,
        SensitivityAtSpecificity,
        SparseCategoricalAccuracy,
        SparseTopKCategoricalAccuracy,
        SpecificityAtSensitivity,
        TopKCategoricalAccuracy,
        TrueNegatives,
        TruePositives {

  /** The name under which a history holds it, as in Keras. */
  String name();

  /** Calls the visitor's method for this type. */
  <T> T accept(MetricVisitor<T> visitor);
}
