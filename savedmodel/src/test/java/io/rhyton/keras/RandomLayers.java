package io.rhyton.keras;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.CustomScaleLayer;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GammaBeta;
import io.rhyton.model.layer.GaussianDropout;
import io.rhyton.model.layer.GaussianNoise;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.GroupNormalization;
import io.rhyton.model.layer.Identity;
import io.rhyton.model.layer.Interpolation;
import io.rhyton.model.layer.KernelOptions;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.LayerScale;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RMSNormalization;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Reduction;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.layer.Softmax;
import io.rhyton.model.layer.SpatialDropout1D;
import io.rhyton.model.layer.SpatialDropout2D;
import io.rhyton.model.layer.StochasticDepth;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.OutputPadding;
import io.rhyton.model.shape.Padding;
import io.rhyton.model.shape.Size2D;
import io.rhyton.model.weight.Constant;
import io.rhyton.model.weight.Constraint;
import io.rhyton.model.weight.GlorotNormal;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.HeUniform;
import io.rhyton.model.weight.IdentityInitializer;
import io.rhyton.model.weight.Initializer;
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
import io.rhyton.model.weight.Regularizer;
import io.rhyton.model.weight.TruncatedNormal;
import io.rhyton.model.weight.UnitNorm;
import io.rhyton.model.weight.VarianceScaling;
import io.rhyton.model.weight.WeightOptions;
import io.rhyton.model.weight.Zeros;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random layers, with each option set with probability one half. */
final class RandomLayers {
  private static final List<Integer> NONE = List.of();
  private static final List<Integer> ONE = List.of(1);
  private static final List<Integer> LAST = List.of(-1);
  private static final Size2D EVERY_PIXEL = new Size2D(1, 1);

  private final Random random;
  private final boolean daring;

  /** Creates layers that accept any input. */
  RandomLayers(Random random) {
    this(random, false);
  }

  private RandomLayers(Random random, boolean daring) {
    this.random = random;
    this.daring = daring;
  }

  /** Creates layers of which some do not fit or are rejected. */
  static RandomLayers daring(Random random) {
    return new RandomLayers(random, true);
  }

  /** Returns a layer from an image of any size to an image. */
  Layer imageLayer() {
    return switch (random.nextInt(14)) {
      case 0 -> conv2D(1 + random.nextInt(4), groups(), stride());
      case 1 -> new MaxPooling2D(size(), stride(), padding());
      case 2 -> new AveragePooling2D(size(), stride(), padding());
      case 3 -> new GlobalAveragePooling2D<>(true);
      case 4 -> new GlobalMaxPooling2D<>(true);
      case 5 -> new SpatialDropout2D(random.nextDouble(), seed());
      case 6 -> conv2DTranspose();
      case 7 -> depthwiseConv2D();
      case 8 -> separableConv2D();
      case 9 -> random.nextBoolean() ? Permute.of(2, 1, 3) : Cropping2D.of(0);
      case 10 ->
          new ZeroPadding2D(
              new Border2D(
                  random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)));
      case 11 -> new UpSampling2D(stride(), oneOf(Interpolation.values()));
      default -> keepingLayer();
    };
  }

  /** Returns a layer from an image to a vector. */
  Layer collapsingLayer() {
    return switch (random.nextInt(4)) {
      case 0 -> Flatten.of();
      case 1 -> Reshape.vector(-1);
      case 2 -> GlobalAveragePooling2D.of();
      default -> GlobalMaxPooling2D.of();
    };
  }

  /** Returns a layer from a sequence of any length to a sequence. */
  Layer sequenceLayer() {
    return switch (random.nextInt(10)) {
      case 0 -> new MaxPooling1D(length(), 1 + random.nextInt(2), padding());
      case 1 -> new AveragePooling1D(length(), 1 + random.nextInt(2), padding());
      case 2 -> new GlobalAveragePooling1D<>(true);
      case 3 -> new GlobalMaxPooling1D<>(true);
      case 4 -> new SpatialDropout1D(random.nextDouble(), seed());
      case 5 -> conv1D();
      case 6 -> random.nextBoolean() ? Permute.of(2, 1) : Cropping1D.of(0);
      case 7 -> ZeroPadding1D.of(random.nextInt(3), random.nextInt(3));
      case 8 -> UpSampling1D.of(length());
      default -> keepingLayer();
    };
  }

  /** Returns a layer from a sequence to a vector. */
  Layer sequenceCollapsingLayer() {
    return switch (random.nextInt(3)) {
      case 0 -> Flatten.of();
      case 1 -> GlobalAveragePooling1D.of();
      default -> GlobalMaxPooling1D.of();
    };
  }

  /** Returns a layer from an image with two channels to one of the same shape. */
  Layer imageKeepingLayer() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> conv2D(2, 1 + random.nextInt(2), EVERY_PIXEL);
      case 2 -> layerScale(2);
      default -> keepingLayer();
    };
  }

  LayerScale layerScale(int channels) {
    return new LayerScale(random.nextGaussian(), channels);
  }

  CustomScaleLayer customScaleLayer() {
    return new CustomScaleLayer(random.nextGaussian());
  }

  /** Returns a layer that merges any number of inputs of the same shape. */
  MultiInput merging() {
    return switch (random.nextInt(5)) {
      case 0 -> Average.of();
      case 1 -> Maximum.of();
      case 2 -> Minimum.of();
      case 3 -> Multiply.of();
      default -> Add.of();
    };
  }

  /** Returns an operation on one tensor. */
  Layer operation() {
    return random.nextBoolean()
        ? UnaryOperation.of(oneOf(UnaryOperation.Operator.values()))
        : new NumberArithmetic(operator(), random.nextGaussian(), random.nextBoolean());
  }

  /** Returns a reduction of an image to one value per channel. */
  Layer reduction() {
    return new Reduction<>(oneOf(Reduction.Operator.values()), List.of(1, 2), false);
  }

  Arithmetic.Operator operator() {
    return oneOf(Arithmetic.Operator.values());
  }

  Layer vectorLayer() {
    return random.nextBoolean() ? dense() : keepingLayer();
  }

  private Layer keepingLayer() {
    return switch (random.nextInt(7)) {
      case 0 ->
          switch (random.nextInt(4)) {
            case 0 -> Identity.of();
            case 1 -> ActivityRegularization.of().l1(random.nextDouble());
            default -> Activation.of(activation());
          };
      case 1 ->
          new BatchNormalization(
              oneAxis(), random.nextDouble(), epsilon(), gammaBeta(), initializer(), initializer());
      case 2 -> new Dropout(random.nextDouble(), NONE, seed());
      case 3 -> activationLayer();
      case 4 -> noise();
      case 5 -> normalization();
      default ->
          Rescaling.of(random.nextGaussian()).offset(random.nextInt(2) * random.nextGaussian());
    };
  }

  private Layer activationLayer() {
    return switch (random.nextInt(5)) {
      case 0 -> new ELU(random.nextGaussian());
      case 1 -> new LeakyReLU(random.nextDouble());
      case 2 -> new PReLU(weight(1), random.nextBoolean() ? ONE : NONE);
      case 3 ->
          new ReLU(
              random.nextBoolean() ? null : (Double) random.nextDouble(),
              random.nextInt(2) * random.nextDouble(),
              random.nextInt(2) * random.nextDouble());
      default -> new Softmax(axis());
    };
  }

  private Layer noise() {
    return switch (random.nextInt(4)) {
      case 0 -> new AlphaDropout(random.nextDouble(), NONE, seed());
      case 1 -> new StochasticDepth(random.nextDouble());
      case 2 -> new GaussianDropout(random.nextDouble(), seed());
      default -> new GaussianNoise(random.nextDouble(), seed());
    };
  }

  private Layer normalization() {
    return switch (random.nextInt(5)) {
      case 0 ->
          new GroupNormalization(random.nextBoolean() ? 1 : -1, oneAxis(), epsilon(), gammaBeta());
      case 1 -> new LayerNormalization(axis(), epsilon(), gammaBeta());
      case 2 -> new RMSNormalization(LAST, epsilon());
      case 3 -> new UnitNormalization(axis());
      default -> known();
    };
  }

  private GammaBeta gammaBeta() {
    return new GammaBeta(random.nextBoolean(), random.nextBoolean(), weight(1), weight(1));
  }

  private Normalization known() {
    boolean given = random.nextBoolean();
    return new Normalization(
        random.nextBoolean() ? NONE : axis(),
        given ? List.of(random.nextGaussian()) : null,
        given ? List.of(random.nextDouble()) : null,
        random.nextBoolean());
  }

  private List<Integer> axis() {
    return random.nextBoolean() ? ONE : LAST;
  }

  private int oneAxis() {
    return axis().get(0);
  }

  private double epsilon() {
    return random.nextDouble() + 1e-9;
  }

  private Conv2D conv2D(int filters, int groups, Size2D strides) {
    return new Conv2D(
        filters,
        size(),
        strides,
        padding(),
        strides.equals(EVERY_PIXEL) ? stride() : EVERY_PIXEL,
        groups,
        kernelOptions(4));
  }

  private Conv1D conv1D() {
    int strides = 1 + random.nextInt(2);
    return new Conv1D(
        1 + random.nextInt(4),
        length(),
        strides,
        random.nextBoolean() ? padding() : Padding.CAUSAL,
        strides == 1 ? length() : 1,
        groups(),
        kernelOptions(3));
  }

  private Conv2DTranspose conv2DTranspose() {
    boolean dilated = daring && random.nextBoolean();
    boolean padded = daring && random.nextBoolean();
    return new Conv2DTranspose(
        1 + random.nextInt(4),
        size(),
        dilated ? EVERY_PIXEL : stride(),
        random.nextBoolean() ? Padding.SAME : Padding.VALID,
        padded ? OutputPadding.of(random.nextInt(2), random.nextInt(2)) : null,
        dilated ? stride() : EVERY_PIXEL,
        kernelOptions(4));
  }

  private DepthwiseConv2D depthwiseConv2D() {
    int stride = 1 + random.nextInt(2);
    return new DepthwiseConv2D(
        size(),
        new Size2D(stride, stride),
        padding(),
        1 + random.nextInt(2),
        stride(),
        kernelOptions(4));
  }

  private SeparableConv2D separableConv2D() {
    int stride = 1 + random.nextInt(2);
    return new SeparableConv2D(
        1 + random.nextInt(4),
        size(),
        new Size2D(stride, stride),
        padding(),
        stride(),
        1 + random.nextInt(2),
        kernelOptions(4),
        weight(4));
  }

  private Dense dense() {
    return new Dense(1 + random.nextInt(9), kernelOptions(2));
  }

  /** Returns options for a kernel with this many axes. */
  private KernelOptions kernelOptions(int rank) {
    return new KernelOptions(
        activation(), random.nextBoolean(), weight(rank), weight(1), regularizer());
  }

  /** Returns options for a weight with this many axes. */
  private WeightOptions weight(int rank) {
    return rank == 2
        ? new WeightOptions(matrixInitializer(), matrixRegularizer(), constraint(rank))
        : new WeightOptions(initializer(), regularizer(), constraint(rank));
  }

  private Size2D size() {
    return new Size2D(length(), length());
  }

  private Padding padding() {
    return daring && random.nextBoolean() ? Padding.VALID : Padding.SAME;
  }

  private int groups() {
    return daring && random.nextBoolean() ? 1 + random.nextInt(4) : 1;
  }

  private int length() {
    return 1 + random.nextInt(5);
  }

  private Size2D stride() {
    return new Size2D(1 + random.nextInt(2), 1 + random.nextInt(2));
  }

  ActivationFunction activation() {
    ActivationFunction[] all = ActivationFunction.values();
    return all[random.nextInt(all.length)];
  }

  @Nullable Long seed() {
    return random.nextBoolean() ? null : (Long) (long) random.nextInt(Integer.MAX_VALUE);
  }

  /** Returns an initializer for any shape. */
  Initializer initializer() {
    return switch (random.nextInt(14)) {
      case 0 -> Constant.of(random.nextGaussian());
      case 1 -> new GlorotNormal(seed());
      case 2 -> new GlorotUniform(seed());
      case 3 -> new HeNormal(seed());
      case 4 -> new HeUniform(seed());
      case 5 -> new LecunNormal(seed());
      case 6 -> new LecunUniform(seed());
      case 7 -> new RandomNormal(random.nextGaussian(), random.nextDouble(), seed());
      case 8 -> new RandomUniform(-random.nextDouble(), random.nextDouble(), seed());
      case 9 -> new TruncatedNormal(random.nextGaussian(), random.nextDouble(), seed());
      case 10 -> Ones.of();
      case 11 -> Zeros.of();
      default -> new VarianceScaling(1 + random.nextDouble(), mode(), distribution(), seed());
    };
  }

  /** Returns an initializer for a weight with two axes. */
  private Initializer matrixInitializer() {
    return switch (random.nextInt(8)) {
      case 0 -> new Orthogonal(random.nextGaussian(), seed());
      case 1 -> new IdentityInitializer(random.nextGaussian());
      default -> initializer();
    };
  }

  private VarianceScaling.Mode mode() {
    return oneOf(VarianceScaling.Mode.values());
  }

  private VarianceScaling.Distribution distribution() {
    return oneOf(VarianceScaling.Distribution.values());
  }

  @Nullable Regularizer regularizer() {
    return switch (random.nextInt(6)) {
      case 0 -> L1.of(random.nextDouble());
      case 1 -> L2.of(random.nextDouble());
      case 2 -> L1L2.of(random.nextInt(2) * random.nextDouble(), random.nextDouble());
      default -> null;
    };
  }

  /** Returns a regularizer for a weight with two axes; an orthogonal one rejects a single row. */
  private @Nullable Regularizer matrixRegularizer() {
    return daring && random.nextInt(8) == 0
        ? new OrthogonalRegularizer(random.nextDouble(), oneOf(OrthogonalRegularizer.Mode.values()))
        : regularizer();
  }

  private @Nullable Constraint constraint(int rank) {
    return switch (random.nextInt(8)) {
      case 0 -> new MaxNorm(random.nextDouble(), axes(rank));
      case 1 -> new MinMaxNorm(random.nextDouble(), 1, random.nextDouble(), axes(rank));
      case 2 -> NonNeg.of();
      case 3 -> new UnitNorm(axes(rank));
      default -> null;
    };
  }

  /** Returns one or more axes, counted from either end. */
  private List<Integer> axes(int rank) {
    int shift = random.nextBoolean() ? 0 : -rank;
    return IntStream.rangeClosed(0, random.nextInt(rank)).mapToObj(axis -> axis + shift).toList();
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
