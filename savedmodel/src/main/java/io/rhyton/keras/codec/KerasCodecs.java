package io.rhyton.keras.codec;

import io.rhyton.model.layer.Layer;
import io.rhyton.model.objective.Loss;
import io.rhyton.model.objective.Metric;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.schedule.LearningRate;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Regularizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of all codecs. Nested models are not in them: {@code ModelReader} reads those. */
public final class KerasCodecs {
  public static final CodecTable<Layer> LAYERS =
      new CodecTable<>(
          "layer",
          "keras.layers",
          ApplicationCodecs.OTHER_NAMES,
          List.of(
              ActivationLayerCodecs.ACTIVATION,
              ActivationLayerCodecs.ELU,
              ActivationLayerCodecs.LEAKY_RELU,
              ActivationLayerCodecs.PRELU,
              ActivationLayerCodecs.RELU,
              ActivationLayerCodecs.SOFTMAX,
              RegularizationLayerCodecs.ACTIVITY_REGULARIZATION,
              MergingCodecs.ADD,
              MergingCodecs.AVERAGE,
              PoolingCodecs.AVERAGE_POOLING_1D,
              PoolingCodecs.AVERAGE_POOLING_2D,
              ApplicationCodecs.CUSTOM_SCALE_LAYER,
              ApplicationCodecs.LAYER_SCALE,
              ApplicationCodecs.STOCHASTIC_DEPTH,
              NormalizationCodecs.BATCH,
              RecurrentCodecs.BIDIRECTIONAL,
              ResizingCodecs.CENTER_CROP,
              MergingCodecs.CONCATENATE,
              ConvolutionCodecs.CONV_1D,
              ConvolutionCodecs.CONV_2D,
              ConvolutionCodecs.CONV_2D_TRANSPOSE,
              CoreCodecs.DENSE,
              ConvolutionCodecs.DEPTHWISE_CONV_2D,
              ReshapingCodecs.CROPPING_1D,
              ReshapingCodecs.CROPPING_2D,
              MergingCodecs.DOT,
              RegularizationLayerCodecs.DROPOUT,
              CoreCodecs.EMBEDDING,
              ReshapingCodecs.FLATTEN,
              RecurrentCodecs.GRU,
              PoolingCodecs.GLOBAL_AVERAGE_POOLING_1D,
              PoolingCodecs.GLOBAL_AVERAGE_POOLING_2D,
              PoolingCodecs.GLOBAL_MAX_POOLING_1D,
              PoolingCodecs.GLOBAL_MAX_POOLING_2D,
              CoreCodecs.IDENTITY,
              new InputLayerCodec(),
              RecurrentCodecs.LSTM,
              MergingCodecs.MAXIMUM,
              PoolingCodecs.MAX_POOLING_1D,
              PoolingCodecs.MAX_POOLING_2D,
              new MultiHeadAttentionCodec(),
              RegularizationLayerCodecs.ALPHA_DROPOUT,
              RegularizationLayerCodecs.GAUSSIAN_DROPOUT,
              RegularizationLayerCodecs.GAUSSIAN_NOISE,
              RegularizationLayerCodecs.SPATIAL_DROPOUT_1D,
              RegularizationLayerCodecs.SPATIAL_DROPOUT_2D,
              NormalizationCodecs.GROUP,
              NormalizationCodecs.KNOWN,
              NormalizationCodecs.LAYER,
              NormalizationCodecs.RMS,
              NormalizationCodecs.UNIT,
              AugmentationCodecs.RANDOM_BRIGHTNESS,
              AugmentationCodecs.RANDOM_CONTRAST,
              AugmentationCodecs.RANDOM_CROP,
              AugmentationCodecs.RANDOM_FLIP,
              AugmentationCodecs.RANDOM_ROTATION,
              AugmentationCodecs.RANDOM_TRANSLATION,
              AugmentationCodecs.RANDOM_ZOOM,
              ResizingCodecs.RESCALING,
              ResizingCodecs.RESIZING,
              ConvolutionCodecs.SEPARABLE_CONV_2D,
              MergingCodecs.MINIMUM,
              MergingCodecs.MULTIPLY,
              ReshapingCodecs.PERMUTE,
              ReshapingCodecs.REPEAT_VECTOR,
              ReshapingCodecs.RESHAPE,
              RecurrentCodecs.SIMPLE_RNN,
              MergingCodecs.SUBTRACT,
              RecurrentCodecs.TIME_DISTRIBUTED,
              ReshapingCodecs.UP_SAMPLING_1D,
              ReshapingCodecs.UP_SAMPLING_2D,
              ReshapingCodecs.ZERO_PADDING_1D,
              ReshapingCodecs.ZERO_PADDING_2D));

  static final CodecTable<Initializer> INITIALIZERS =
      new CodecTable<>(
          "initializer",
          "keras.initializers",
          InitializerCodecs.OTHER_NAMES,
          InitializerCodecs.ALL);

  static final CodecTable<Regularizer> REGULARIZERS =
      new CodecTable<>(
          "regularizer",
          "keras.regularizers",
          Map.of(),
          List.of(
              RegularizerCodecs.L1,
              RegularizerCodecs.L1_L2,
              RegularizerCodecs.L2,
              RegularizerCodecs.ORTHOGONAL));

  static final CodecTable<Constraint> CONSTRAINTS =
      new CodecTable<>(
          "constraint",
          "keras.constraints",
          Map.of(),
          List.of(
              ConstraintCodecs.MAX_NORM,
              ConstraintCodecs.MIN_MAX_NORM,
              ConstraintCodecs.NON_NEG,
              ConstraintCodecs.UNIT_NORM));

  public static final CodecTable<Optimizer> OPTIMIZERS =
      new CodecTable<>(
          "optimizer", "keras.optimizers", OptimizerCodecs.experimental(), OptimizerCodecs.ALL);

  static final CodecTable<LearningRate> SCHEDULES =
      new CodecTable<>(
          "learning rate schedule", "keras.optimizers.schedules", Map.of(), ScheduleCodecs.ALL);

  public static final CodecTable<Loss> LOSSES =
      new CodecTable<>("loss", "keras.losses", LossCodecs.ALIASES, LossCodecs.ALL);

  static final CodecTable<Metric> METRICS =
      new CodecTable<>(
          "metric",
          "keras.metrics",
          MetricCodecs.ALIASES,
          Stream.of(MetricCodecs.ALL, ConfusionCodecs.ALL, ScoreCodecs.ALL)
              .flatMap(List::stream)
              .toList());

  private KerasCodecs() {}
}
