package io.rhyton.model.objective;

/**
 * A visitor with one method per metric.
 *
 * @param <T> the return type of the methods
 */
public interface MetricVisitor<T> {
  T accuracy(Accuracy metric);

  T auc(AUC metric);

  T binaryAccuracy(BinaryAccuracy metric);

  T binaryIoU(BinaryIoU metric);

  T categoricalAccuracy(CategoricalAccuracy metric);

  T cosineSimilarity(CosineSimilarity metric);

  T f1Score(F1Score metric);

  T falseNegatives(FalseNegatives metric);

  T falsePositives(FalsePositives metric);

  T fBetaScore(FBetaScore metric);

  T ioU(IoU metric);

  T logCoshError(LogCoshError metric);

  T loss(LossMetric metric);

  T meanIoU(MeanIoU metric);

  T named(NamedMetric metric);

  T oneHotIoU(OneHotIoU metric);

  T oneHotMeanIoU(OneHotMeanIoU metric);

  T precision(Precision metric);

  T precisionAtRecall(PrecisionAtRecall metric);

  T r2Score(R2Score metric);

  T recall(Recall metric);

  T recallAtPrecision(RecallAtPrecision metric);

  T rootMeanSquaredError(RootMeanSquaredError metric);

  T sensitivityAtSpecificity(SensitivityAtSpecificity metric);

  T sparseCategoricalAccuracy(SparseCategoricalAccuracy metric);

  T sparseTopKCategoricalAccuracy(SparseTopKCategoricalAccuracy metric);

  T specificityAtSensitivity(SpecificityAtSensitivity metric);

  T topKCategoricalAccuracy(TopKCategoricalAccuracy metric);

  T trueNegatives(TrueNegatives metric);

  T truePositives(TruePositives metric);
}
