package io.rhyton.model.objective;

/**
 * One method for each metric.
 *
 * @param <T> what the methods return
 */
public interface MetricVisitor<T> {
  /** Visits {@link Accuracy}. */
  T accuracy(Accuracy metric);

  /** Visits {@link AUC}. */
  T auc(AUC metric);

  /** Visits {@link BinaryAccuracy}. */
  T binaryAccuracy(BinaryAccuracy metric);

  /** Visits {@link BinaryIoU}. */
  T binaryIoU(BinaryIoU metric);

  /** Visits {@link CategoricalAccuracy}. */
  T categoricalAccuracy(CategoricalAccuracy metric);

  /** Visits {@link CosineSimilarity}. */
  T cosineSimilarity(CosineSimilarity metric);

  /** Visits {@link F1Score}. */
  T f1Score(F1Score metric);

  /** Visits {@link FalseNegatives}. */
  T falseNegatives(FalseNegatives metric);

  /** Visits {@link FalsePositives}. */
  T falsePositives(FalsePositives metric);

  /** Visits {@link FBetaScore}. */
  T fBetaScore(FBetaScore metric);

  /** Visits {@link IoU}. */
  T ioU(IoU metric);

  /** Visits {@link LogCoshError}. */
  T logCoshError(LogCoshError metric);

  /** Visits {@link LossMetric}. */
  T loss(LossMetric metric);

  /** Visits {@link MeanIoU}. */
  T meanIoU(MeanIoU metric);

  /** Visits {@link NamedMetric}. */
  T named(NamedMetric metric);

  /** Visits {@link OneHotIoU}. */
  T oneHotIoU(OneHotIoU metric);

  /** Visits {@link OneHotMeanIoU}. */
  T oneHotMeanIoU(OneHotMeanIoU metric);

  /** Visits {@link Precision}. */
  T precision(Precision metric);

  /** Visits {@link PrecisionAtRecall}. */
  T precisionAtRecall(PrecisionAtRecall metric);

  /** Visits {@link R2Score}. */
  T r2Score(R2Score metric);

  /** Visits {@link Recall}. */
  T recall(Recall metric);

  /** Visits {@link RecallAtPrecision}. */
  T recallAtPrecision(RecallAtPrecision metric);

  /** Visits {@link RootMeanSquaredError}. */
  T rootMeanSquaredError(RootMeanSquaredError metric);

  /** Visits {@link SensitivityAtSpecificity}. */
  T sensitivityAtSpecificity(SensitivityAtSpecificity metric);

  /** Visits {@link SparseCategoricalAccuracy}. */
  T sparseCategoricalAccuracy(SparseCategoricalAccuracy metric);

  /** Visits {@link SparseTopKCategoricalAccuracy}. */
  T sparseTopKCategoricalAccuracy(SparseTopKCategoricalAccuracy metric);

  /** Visits {@link SpecificityAtSensitivity}. */
  T specificityAtSensitivity(SpecificityAtSensitivity metric);

  /** Visits {@link TopKCategoricalAccuracy}. */
  T topKCategoricalAccuracy(TopKCategoricalAccuracy metric);

  /** Visits {@link TrueNegatives}. */
  T trueNegatives(TrueNegatives metric);

  /** Visits {@link TruePositives}. */
  T truePositives(TruePositives metric);
}
