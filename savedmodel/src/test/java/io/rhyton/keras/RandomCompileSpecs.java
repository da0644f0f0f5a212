package io.rhyton.keras;

import io.rhyton.model.training.AUC;
import io.rhyton.model.training.AUC.Curve;
import io.rhyton.model.training.AUC.SummationMethod;
import io.rhyton.model.training.Accuracy;
import io.rhyton.model.training.BinaryAccuracy;
import io.rhyton.model.training.BinaryCrossentropy;
import io.rhyton.model.training.BinaryFocalCrossentropy;
import io.rhyton.model.training.BinaryIoU;
import io.rhyton.model.training.CategoricalAccuracy;
import io.rhyton.model.training.CategoricalCrossentropy;
import io.rhyton.model.training.CategoricalFocalCrossentropy;
import io.rhyton.model.training.CategoricalHinge;
import io.rhyton.model.training.CompileSpec;
import io.rhyton.model.training.CosineSimilarity;
import io.rhyton.model.training.Dice;
import io.rhyton.model.training.F1Score;
import io.rhyton.model.training.FBetaScore;
import io.rhyton.model.training.FBetaScore.Average;
import io.rhyton.model.training.FalseNegatives;
import io.rhyton.model.training.FalsePositives;
import io.rhyton.model.training.Hinge;
import io.rhyton.model.training.Huber;
import io.rhyton.model.training.IoU;
import io.rhyton.model.training.KLDivergence;
import io.rhyton.model.training.LogCosh;
import io.rhyton.model.training.LogCoshError;
import io.rhyton.model.training.Loss;
import io.rhyton.model.training.MeanAbsoluteError;
import io.rhyton.model.training.MeanAbsolutePercentageError;
import io.rhyton.model.training.MeanIoU;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.training.MeanSquaredLogarithmicError;
import io.rhyton.model.training.Metric;
import io.rhyton.model.training.NamedMetric;
import io.rhyton.model.training.OneHotIoU;
import io.rhyton.model.training.OneHotMeanIoU;
import io.rhyton.model.training.Poisson;
import io.rhyton.model.training.Precision;
import io.rhyton.model.training.PrecisionAtRecall;
import io.rhyton.model.training.R2Score;
import io.rhyton.model.training.R2Score.ClassAggregation;
import io.rhyton.model.training.Recall;
import io.rhyton.model.training.RecallAtPrecision;
import io.rhyton.model.training.RootMeanSquaredError;
import io.rhyton.model.training.SensitivityAtSpecificity;
import io.rhyton.model.training.SparseCategoricalAccuracy;
import io.rhyton.model.training.SparseCategoricalCrossentropy;
import io.rhyton.model.training.SparseTopKCategoricalAccuracy;
import io.rhyton.model.training.SpecificityAtSensitivity;
import io.rhyton.model.training.SquaredHinge;
import io.rhyton.model.training.TopKCategoricalAccuracy;
import io.rhyton.model.training.TrueNegatives;
import io.rhyton.model.training.TruePositives;
import io.rhyton.model.training.Tversky;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random compile configurations of every optimizer, loss and metric. */
final class RandomCompileSpecs {
  private RandomCompileSpecs() {}

  static CompileSpec draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    List<Metric> metrics = metrics(random);
    metrics.removeIf(metric -> random.nextInt(4) > 0);
    List<Loss> losses = losses(random);
    return CompileSpec.of(
        new RandomOptimizers(random).draw(),
        losses.get(random.nextInt(losses.size())),
        metrics.toArray(Metric[]::new));
  }

  private static List<Loss> losses(Random random) {
    boolean fromLogits = random.nextBoolean();
    double smoothing = random.nextInt(2) * random.nextDouble();
    double alpha = random.nextDouble();
    Integer ignored = random.nextBoolean() ? null : random.nextInt(3);
    return List.of(
        new BinaryCrossentropy(fromLogits, smoothing),
        new BinaryFocalCrossentropy(random.nextBoolean(), alpha, 1.5, fromLogits, smoothing),
        new CategoricalCrossentropy(fromLogits, smoothing),
        new CategoricalFocalCrossentropy(alpha, 2, fromLogits, smoothing),
        new SparseCategoricalCrossentropy(fromLogits, ignored),
        CategoricalHinge.of(),
        CosineSimilarity.of(),
        Dice.of(),
        Hinge.of(),
        Huber.of().delta(alpha + 0.5),
        KLDivergence.of(),
        LogCosh.of(),
        MeanAbsoluteError.of(),
        MeanAbsolutePercentageError.of(),
        MeanSquaredError.of(),
        MeanSquaredLogarithmicError.of(),
        Poisson.of(),
        SquaredHinge.of(),
        Tversky.of().alpha(alpha));
  }

  private static List<Metric> metrics(Random random) {
    double share = random.nextDouble();
    Integer classId = random.nextBoolean() ? null : random.nextInt(3);
    Double threshold = random.nextBoolean() ? null : share;
    Average average = any(random, Average.values());
    boolean flag = random.nextBoolean();
    int count = 2 + random.nextInt(9);
    return new ArrayList<>(
        List.of(
            Accuracy.of(),
            new AUC(
                count,
                any(random, Curve.values()),
                any(random, SummationMethod.values()),
                flag,
                random.nextBoolean()),
            NamedMetric.of(AUC.of(), "area"),
            BinaryAccuracy.of().threshold(flag ? 0.5 : share),
            new BinaryCrossentropy(flag, 0),
            new BinaryIoU(List.of(1), share),
            CategoricalAccuracy.of(),
            new CategoricalCrossentropy(flag, share),
            CategoricalHinge.of(),
            CosineSimilarity.of(),
            new F1Score(average, threshold),
            new FBetaScore(average, share + 0.5, threshold),
            new FalseNegatives(threshold),
            new FalsePositives(threshold),
            Hinge.of(),
            new IoU(count, List.of(0, 1), classId, flag, random.nextBoolean()),
            KLDivergence.of(),
            LogCoshError.of(),
            MeanAbsoluteError.of(),
            NamedMetric.of(MeanAbsoluteError.of(), "mae"),
            MeanAbsolutePercentageError.of(),
            new MeanIoU(count, classId, flag, random.nextBoolean()),
            MeanSquaredError.of(),
            MeanSquaredLogarithmicError.of(),
            new OneHotIoU(count, List.of(1), classId, flag),
            new OneHotMeanIoU(count, classId, flag),
            Poisson.of(),
            new Precision(threshold, flag ? null : count, classId),
            new PrecisionAtRecall(share, count, classId),
            R2Score.of().classAggregation(any(random, ClassAggregation.values())),
            new Recall(threshold, flag ? null : count, classId),
            new RecallAtPrecision(share, count, classId),
            RootMeanSquaredError.of(),
            new SensitivityAtSpecificity(share, count, classId),
            SparseCategoricalAccuracy.of(),
            new SparseCategoricalCrossentropy(flag, classId),
            SparseTopKCategoricalAccuracy.of().k(count),
            new SpecificityAtSensitivity(share, count, classId),
            SquaredHinge.of(),
            TopKCategoricalAccuracy.of().k(count),
            new TrueNegatives(threshold),
            new TruePositives(threshold)));
  }

  private static <T> T any(Random random, T[] of) {
    return List.of(of).get(random.nextInt(of.length));
  }
}
