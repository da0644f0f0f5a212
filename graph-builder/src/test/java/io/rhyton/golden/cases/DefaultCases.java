package io.rhyton.golden.cases;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.CustomScaleLayer;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.Identity;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomCrop;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.Resizing;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;
import io.rhyton.model.layer.StochasticDepth;
import io.rhyton.model.layer.Subtract;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.objective.AUC;
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
import io.rhyton.model.objective.FalseNegatives;
import io.rhyton.model.objective.FalsePositives;
import io.rhyton.model.objective.Hinge;
import io.rhyton.model.objective.Huber;
import io.rhyton.model.objective.IoU;
import io.rhyton.model.objective.KLDivergence;
import io.rhyton.model.objective.LogCosh;
import io.rhyton.model.objective.LogCoshError;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanAbsolutePercentageError;
import io.rhyton.model.objective.MeanIoU;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.objective.MeanSquaredLogarithmicError;
import io.rhyton.model.objective.OneHotIoU;
import io.rhyton.model.objective.OneHotMeanIoU;
import io.rhyton.model.objective.Poisson;
import io.rhyton.model.objective.Precision;
import io.rhyton.model.objective.PrecisionAtRecall;
import io.rhyton.model.objective.R2Score;
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
import io.rhyton.model.optimizer.Adadelta;
import io.rhyton.model.optimizer.Adagrad;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.AdamW;
import io.rhyton.model.optimizer.Adamax;
import io.rhyton.model.optimizer.Ftrl;
import io.rhyton.model.optimizer.Lion;
import io.rhyton.model.optimizer.Nadam;
import io.rhyton.model.optimizer.RMSprop;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.schedule.CosineDecay;
import io.rhyton.model.schedule.CosineDecayRestarts;
import io.rhyton.model.schedule.ExponentialDecay;
import io.rhyton.model.schedule.InverseTimeDecay;
import io.rhyton.model.schedule.PiecewiseConstantDecay;
import io.rhyton.model.schedule.PolynomialDecay;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.GlorotNormal;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.HeUniform;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.L1;
import io.rhyton.model.weight.L1L2;
import io.rhyton.model.weight.L2;
import io.rhyton.model.weight.LecunNormal;
import io.rhyton.model.weight.LecunUniform;
import io.rhyton.model.weight.MaxNorm;
import io.rhyton.model.weight.MinMaxNorm;
import io.rhyton.model.weight.NonNeg;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.OrthogonalRegularizer;
import io.rhyton.model.weight.RandomNormal;
import io.rhyton.model.weight.RandomUniform;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.UnitNorm;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.Zeros;
import java.util.List;

/** The types of {@code text_cases.py}, with only the required arguments. */
public final class DefaultCases {
  private DefaultCases() {}

  public static List<Record> all() {
    return List.of(
        Activation.of(ActivationFunction.LINEAR),
        ActivityRegularization.of(),
        Add.of(),
        AlphaDropout.of(0.5),
        Average.of(),
        AveragePooling1D.of(2),
        AveragePooling2D.of(2),
        BatchNormalization.of(),
        CenterCrop.of(8, 6),
        Concatenate.of(),
        Conv1D.of(8, 3),
        Conv2D.of(8, 3),
        Conv2DTranspose.of(8, 3),
        Dense.of(8),
        DepthwiseConv2D.of(3),
        Cropping1D.of(),
        Cropping2D.of(),
        Dot.of(1),
        Dropout.of(0.5),
        ELU.of(),
        Embedding.of(8, 4),
        Flatten.of(),
        GaussianDropout.of(0.5),
        GaussianNoise.of(0.5),
        GRU.of(8),
        GlobalAveragePooling1D.of(),
        GlobalAveragePooling2D.of(),
        GlobalMaxPooling1D.of(),
        GlobalMaxPooling2D.of(),
        GroupNormalization.of(),
        Identity.of(),
        InputLayer.image(32, 32, 3),
        LSTM.of(8),
        LayerNormalization.of(),
        LeakyReLU.of(),
        MaxPooling1D.of(2),
        MaxPooling2D.of(2),
        MultiHeadAttention.of(2, 4),
        Normalization.of(),
        PReLU.of(),
        RMSNormalization.of(),
        RandomBrightness.of(0.5),
        RandomContrast.of(0.5),
        RandomCrop.of(8, 6).seed(1),
        RandomFlip.of(),
        RandomRotation.of(0.5),
        RandomTranslation.of(0.5, 0.25),
        RandomZoom.of(0.5),
        ReLU.of(),
        Rescaling.of(0.5),
        Resizing.of(8, 6),
        SimpleRNN.of(8),
        Softmax.of(),
        SpatialDropout1D.of(0.5),
        SpatialDropout2D.of(0.5),
        UnitNormalization.of(),
        SeparableConv2D.of(8, 3),
        Maximum.of(),
        Minimum.of(),
        Multiply.of(),
        Permute.of(2, 1),
        RepeatVector.of(3),
        Reshape.sequence(3, 4),
        Subtract.of(),
        UpSampling1D.of(),
        UpSampling2D.of(),
        ZeroPadding1D.of(),
        ZeroPadding2D.of(),
        CustomScaleLayer.of(0.3),
        LayerScale.of(1e-6, 4),
        StochasticDepth.of(0.5),
        Constant.of(0.5),
        GlorotNormal.of(),
        GlorotUniform.of(),
        HeNormal.of(),
        HeUniform.of(),
        IdentityInitializer.of(),
        LecunNormal.of(),
        LecunUniform.of(),
        Ones.of(),
        Orthogonal.of(),
        RandomNormal.of(),
        RandomUniform.of(),
        TruncatedNormal.of(),
        VarianceScaling.of(),
        Zeros.of(),
        L1.of(0.5),
        L1L2.of(0.5, 0.25),
        L2.of(0.5),
        OrthogonalRegularizer.of(),
        MaxNorm.of(),
        MinMaxNorm.of(),
        NonNeg.of(),
        UnitNorm.of(),
        Adadelta.of(),
        Adagrad.of(),
        Adam.of(),
        AdamW.of(),
        Adamax.of(),
        Ftrl.of(),
        Lion.of(),
        Nadam.of(),
        RMSprop.of(),
        SGD.of(),
        CosineDecay.of(0.5, 100),
        CosineDecayRestarts.of(0.5, 100),
        ExponentialDecay.of(0.5, 100, 0.25),
        InverseTimeDecay.of(0.5, 100, 0.25),
        PiecewiseConstantDecay.of(List.of(10L), List.of(0.5, 0.25)),
        PolynomialDecay.of(0.5, 100),
        BinaryCrossentropy.of(),
        BinaryFocalCrossentropy.of(),
        CategoricalCrossentropy.of(),
        CategoricalFocalCrossentropy.of(),
        CategoricalHinge.of(),
        CosineSimilarity.of(),
        Dice.of(),
        Hinge.of(),
        Huber.of(),
        KLDivergence.of(),
        LogCosh.of(),
        MeanAbsoluteError.of(),
        MeanAbsolutePercentageError.of(),
        MeanSquaredError.of(),
        MeanSquaredLogarithmicError.of(),
        Poisson.of(),
        SparseCategoricalCrossentropy.of(),
        SquaredHinge.of(),
        Tversky.of(),
        AUC.of(),
        BinaryAccuracy.of(),
        BinaryIoU.of(),
        CategoricalAccuracy.of(),
        F1Score.of(FBetaScore.Average.MACRO),
        FBetaScore.of(FBetaScore.Average.MACRO),
        FalseNegatives.of(),
        FalsePositives.of(),
        IoU.of(3, List.of(0)),
        LogCoshError.of(),
        MeanIoU.of(3),
        OneHotIoU.of(3, List.of(0)),
        OneHotMeanIoU.of(3),
        Precision.of(),
        PrecisionAtRecall.of(0.5),
        R2Score.of(),
        Recall.of(),
        RecallAtPrecision.of(0.5),
        RootMeanSquaredError.of(),
        SensitivityAtSpecificity.of(0.5),
        SparseCategoricalAccuracy.of(),
        SparseTopKCategoricalAccuracy.of(),
        SpecificityAtSensitivity.of(0.5),
        TopKCategoricalAccuracy.of(),
        TrueNegatives.of(),
        TruePositives.of());
  }
}
