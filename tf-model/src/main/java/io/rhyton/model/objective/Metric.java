package io.rhyton.model.objective;

/**
 * A metric, accumulated over the samples of an epoch.
 *
 * <p>Every metric accepts labels in the format that the loss takes: integer labels are converted to
 * one-hot where a metric compares vectors, and vectors to their argmax where it compares integer
 * classes.
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

  /** Returns the name of the metric in the training history, as in Keras. */
  String name();

  /** Calls the visitor's method for this type. */
  <T> T accept(MetricVisitor<T> visitor);
}
