package io.rhyton.graph.objective;

import io.rhyton.graph.layer.LayerOutputTensor;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryIoU;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.F1Score;
import io.rhyton.model.objective.FBetaScore;
import io.rhyton.model.objective.FalseNegatives;
import io.rhyton.model.objective.FalsePositives;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.LogCoshError;
import io.rhyton.model.objective.LossMetric;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.MetricVisitor;
import io.rhyton.model.objective.NamedMetric;
import io.rhyton.model.objective.OneHotIoU;
import io.rhyton.model.objective.OneHotMeanIoU;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.objective.PrecisionAtRecall;
import io.rhyton.model.objective.R2Score;
import io.rhyton.model.objective.Recall;
import io.rhyton.model.objective.RecallAtPrecision;
import io.rhyton.model.objective.RootMeanSquaredError;
import io.rhyton.model.objective.SensitivityAtSpecificity;
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import io.rhyton.model.objective.SpecificityAtSensitivity;
import io.rhyton.model.objective.TopKCategoricalAccuracy;
import io.rhyton.model.objective.TrueNegatives;
import io.rhyton.model.objective.TruePositives;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Emits the contribution of a batch to each metric. */
final class MetricOps implements MetricVisitor<MetricSums> {
  private final Ops tf;
  private final Operand<TFloat32> output;
  private final Labels labels;
  private final LossOps losses;
  private final ConfusionOps confusions;
  private final IntersectionOps intersections;
  private final ScoreOps scores;

  MetricOps(Ops tf, LayerOutputTensor prediction, Labels labels) {
    this.tf = tf;
    this.output = prediction.output();
    this.labels = labels;
    this.losses = new LossOps(tf, prediction, labels);
    this.confusions = new ConfusionOps(tf, output, labels.rows(), labels.shape());
    this.intersections = new IntersectionOps(tf, output, labels);
    this.scores = new ScoreOps(tf, output, labels);
  }

  @Override
  public MetricSums named(NamedMetric metric) {
    return metric.metric().accept(this);
  }

  @Override
  public MetricSums loss(LossMetric metric) {
    return MetricSums.mean(tf, metric.accept(losses));
  }

  @Override
  public MetricSums cosineSimilarity(CosineSimilarity metric) {
    return MetricSums.mean(tf, losses.cosine());
  }

  @Override
  public MetricSums logCoshError(LogCoshError metric) {
    return MetricSums.mean(tf, losses.logCosh());
  }

  @Override
  public MetricSums rootMeanSquaredError(RootMeanSquaredError metric) {
    return new MetricSums(
        Reduction.sumAndCount(tf, losses.squaredError()),
        new MetricFormula(2, sums -> Math.sqrt(MetricFormula.ratio(sums[0], sums[1]))));
  }

  @Override
  public MetricSums r2Score(R2Score metric) {
    return scores.r2(metric);
  }

  @Override
  public MetricSums accuracy(Accuracy metric) {
    Shape shape = labels.shape();
    boolean binary = shape.get(shape.numDimensions() - 1) == 1 && !labels.sparse();
    return binary ? sidesOf(0.5) : largestIsClass();
  }

  @Override
  public MetricSums binaryAccuracy(BinaryAccuracy metric) {
    return sidesOf(metric.threshold());
  }

  private MetricSums sidesOf(double threshold) {
    Operand<TFloat32> side = asFloat(tf.math.greater(output, tf.constant((float) threshold)));
    return MetricSums.mean(tf, asFloat(tf.math.equal(side, labels.rows())));
  }

  @Override
  public MetricSums categoricalAccuracy(CategoricalAccuracy metric) {
    return largestIsClass();
  }

  @Override
  public MetricSums sparseCategoricalAccuracy(SparseCategoricalAccuracy metric) {
    return largestIsClass();
  }

  private MetricSums largestIsClass() {
    Operand<TInt64> largest = tf.math.argMax(output, tf.constant(-1));
    return MetricSums.mean(tf, asFloat(tf.math.equal(largest, labels.numbers(tf))));
  }

  @Override
  public MetricSums topKCategoricalAccuracy(TopKCategoricalAccuracy metric) {
    return classIsAmongLargest(metric.k());
  }

  @Override
  public MetricSums sparseTopKCategoricalAccuracy(SparseTopKCategoricalAccuracy metric) {
    return classIsAmongLargest(metric.k());
  }

  private MetricSums classIsAmongLargest(int k) {
    Shape shape = labels.shape();
    int classes = (int) shape.get(shape.numDimensions() - 1);
    Operand<TFloat32> rows = tf.reshape(output, tf.constant(new int[] {-1, classes}));
    Operand<TInt64> numbers = tf.reshape(labels.numbers(tf), tf.constant(new int[] {-1}));
    return MetricSums.mean(
        tf, asFloat(tf.nn.inTopK(rows, numbers, tf.constant((long) k)).precision()));
  }

  @Override
  public MetricSums truePositives(TruePositives metric) {
    return confusions.counts(metric.thresholds(), counts -> counts[0]);
  }

  @Override
  public MetricSums falsePositives(FalsePositives metric) {
    return confusions.counts(metric.thresholds(), counts -> counts[1]);
  }

  @Override
  public MetricSums trueNegatives(TrueNegatives metric) {
    return confusions.counts(metric.thresholds(), counts -> counts[2]);
  }

  @Override
  public MetricSums falseNegatives(FalseNegatives metric) {
    return confusions.counts(metric.thresholds(), counts -> counts[3]);
  }

  @Override
  public MetricSums precision(Precision metric) {
    return share(
        metric.name(),
        metric.thresholds(),
        metric.topK(),
        metric.classId(),
        counts -> MetricFormula.ratio(counts[0], counts[0] + counts[1]));
  }

  @Override
  public MetricSums recall(Recall metric) {
    return share(
        metric.name(),
        metric.thresholds(),
        metric.topK(),
        metric.classId(),
        counts -> MetricFormula.ratio(counts[0], counts[0] + counts[3]));
  }

  private MetricSums share(
      String metric,
      @Nullable Double thresholds,
      @Nullable Integer topK,
      @Nullable Integer classId,
      ToDoubleFunction<double[]> value) {
    return topK == null
        ? confusions.ofClass(metric, classId).counts(thresholds, value)
        : confusions.countsOfLargest(metric, thresholds, topK, classId, value);
  }

  @Override
  public MetricSums sensitivityAtSpecificity(SensitivityAtSpecificity metric) {
    return confusions
        .ofClass(metric.name(), metric.classId())
        .buckets(
            metric.numThresholds(),
            counts ->
                counts.best(
                    ThresholdCounts::recall, ThresholdCounts::specificity, metric.specificity()));
  }

  @Override
  public MetricSums specificityAtSensitivity(SpecificityAtSensitivity metric) {
    return confusions
        .ofClass(metric.name(), metric.classId())
        .buckets(
            metric.numThresholds(),
            counts ->
                counts.best(
                    ThresholdCounts::specificity, ThresholdCounts::recall, metric.sensitivity()));
  }

  @Override
  public MetricSums precisionAtRecall(PrecisionAtRecall metric) {
    return confusions
        .ofClass(metric.name(), metric.classId())
        .buckets(
            metric.numThresholds(),
            counts ->
                counts.best(ThresholdCounts::precision, ThresholdCounts::recall, metric.recall()));
  }

  @Override
  public MetricSums recallAtPrecision(RecallAtPrecision metric) {
    return confusions
        .ofClass(metric.name(), metric.classId())
        .buckets(
            metric.numThresholds(),
            counts ->
                counts.best(
                    ThresholdCounts::recall, ThresholdCounts::precision, metric.precision()));
  }

  @Override
  public MetricSums auc(AUC metric) {
    Operand<TFloat32> share = metric.fromLogits() ? tf.math.sigmoid(output) : output;
    return new ConfusionOps(tf, share, labels.rows(), labels.shape()).area(metric);
  }

  @Override
  public MetricSums fBetaScore(FBetaScore metric) {
    return scores.fBeta(metric.name(), metric.average(), metric.beta(), metric.threshold());
  }

  @Override
  public MetricSums f1Score(F1Score metric) {
    return scores.fBeta(metric.name(), metric.average(), 1, metric.threshold());
  }

  @Override
  public MetricSums ioU(IoU metric) {
    return intersections.mean(
        metric.name(),
        metric.numClasses(),
        metric.targetClassIds(),
        metric.ignoreClass(),
        metric.sparseYTrue(),
        metric.sparseYPred());
  }

  @Override
  public MetricSums binaryIoU(BinaryIoU metric) {
    return intersections.binary(metric.targetClassIds(), metric.threshold());
  }

  @Override
  public MetricSums meanIoU(MeanIoU metric) {
    return intersections.mean(
        metric.name(),
        metric.numClasses(),
        all(metric.numClasses()),
        metric.ignoreClass(),
        metric.sparseYTrue(),
        metric.sparseYPred());
  }

  @Override
  public MetricSums oneHotIoU(OneHotIoU metric) {
    return intersections.mean(
        metric.name(),
        metric.numClasses(),
        metric.targetClassIds(),
        metric.ignoreClass(),
        false,
        metric.sparseYPred());
  }

  @Override
  public MetricSums oneHotMeanIoU(OneHotMeanIoU metric) {
    return intersections.mean(
        metric.name(),
        metric.numClasses(),
        all(metric.numClasses()),
        metric.ignoreClass(),
        false,
        metric.sparseYPred());
  }

  private static List<Integer> all(int classes) {
    return IntStream.range(0, classes).boxed().toList();
  }

  private Operand<TFloat32> asFloat(Operand<TBool> truth) {
    return tf.dtypes.cast(truth, TFloat32.class);
  }
}
