package io.rhyton.keras;

import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.AUC;
import io.rhyton.model.objective.AUC.Curve;
import io.rhyton.model.objective.AUC.SummationMethod;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.BinaryAccuracy;
import io.rhyton.model.objective.BinaryCrossentropy;
import io.rhyton.model.objective.BinaryFocalCrossentropy;
import io.rhyton.model.objective.BinaryIoU;
import io.rhyton.model.objective.CategoricalAccuracy;
import io.rhyton.model.objective.CategoricalCrossentropy;
import io.rhyton.model.objective.CategoricalFocalCrossentropy;
import io.rhyton.model.objective.CategoricalHinge;
import io.rhyton.model.objective.CosineSimilarity;
import io.rhyton.model.objective.Dice;
import io.rhyton.model.objective.F1Score;
import io.rhyton.model.objective.FBetaScore;
import io.rhyton.model.objective.FBetaScore.Average;
import io.rhyton.model.objective.FalseNegatives;
import io.rhyton.model.objective.FalsePositives;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCosh;
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
import io.rhyton.model.objective.SparseCategoricalAccuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.objective.SparseTopKCategoricalAccuracy;
import io.rhyton.model.objective.SpecificityAtSensitivity;
import io.rhyton.model.objective.SquaredHinge;
import io.rhyton.model.objective.TopKCategoricalAccuracy;
import io.rhyton.model.objective.TrueNegatives;
import io.rhyton.model.objective.TruePositives;
import io.rhyton.model.objective.Tversky;
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
