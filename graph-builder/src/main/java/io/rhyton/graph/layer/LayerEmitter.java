package io.rhyton.graph.layer;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AlphaDropout;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.CenterCrop;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
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
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.LayerNormalization;
import io.rhyton.model.layer.LayerVisitor;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.NumberArithmetic;
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
import io.rhyton.model.layer.Subtract;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.layer.UnaryArithmetic;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.weight.L1L2;

/** Emits each type of layer, one line per type. */
final class LayerEmitter implements LayerVisitor<Emission> {
  private final LayerScope scope;

  LayerEmitter(LayerScope scope) {
    this.scope = scope;
  }

  @Override
  public Emission activation(Activation layer) {
    return ActivationOps.apply(scope, scope.input(), layer.activation());
  }

  @Override
  public Emission activityRegularization(ActivityRegularization layer) {
    return scope.regularized(L1L2.of(layer.l1(), layer.l2()), Emission.of(scope.input()));
  }

  @Override
  public Emission add(Add layer) {
    return Emission.of(MergingOps.add(scope));
  }

  @Override
  public Emission alphaDropout(AlphaDropout layer) {
    return Emission.of(RegularizationOps.alphaDropout(scope, layer));
  }

  @Override
  public Emission arithmetic(Arithmetic layer) {
    return Emission.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public Emission average(Average layer) {
    return Emission.of(MergingOps.average(scope));
  }

  @Override
  public Emission averagePooling1D(AveragePooling1D layer) {
    return Emission.of(PoolingOps.average(scope, layer));
  }

  @Override
  public Emission averagePooling2D(AveragePooling2D layer) {
    return Emission.of(PoolingOps.average(scope, layer));
  }

  @Override
  public Emission batchNormalization(BatchNormalization layer) {
    return Emission.of(NormalizationOps.batch(scope, layer));
  }

  @Override
  public Emission bidirectional(Bidirectional<?> layer) {
    return Emission.of(WrapperOps.bothWays(scope, layer));
  }

  @Override
  public Emission centerCrop(CenterCrop layer) {
    return Emission.of(ResizingOps.cropCenter(scope, layer));
  }

  @Override
  public Emission concatenate(Concatenate layer) {
    return Emission.of(MergingOps.concatenate(scope, layer));
  }

  @Override
  public Emission conv1D(Conv1D layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, ConvolutionOps.convolve(scope, layer), layer.activation()));
  }

  @Override
  public Emission conv2D(Conv2D layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, ConvolutionOps.convolve(scope, layer), layer.activation()));
  }

  @Override
  public Emission conv2DTranspose(Conv2DTranspose layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, TransposedOps.convolve(scope, layer), layer.activation()));
  }

  @Override
  public Emission cropping1D(Cropping1D layer) {
    return Emission.of(ReshapingOps.crop(scope, layer.cropping()));
  }

  @Override
  public Emission cropping2D(Cropping2D layer) {
    return Emission.of(ReshapingOps.crop(scope, layer.cropping()));
  }

  @Override
  public Emission dense(Dense layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, DenseOps.multiply(scope, layer), layer.activation()));
  }

  @Override
  public Emission depthwiseConv2D(DepthwiseConv2D layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, DepthwiseOps.convolve(scope, layer), layer.activation()));
  }

  @Override
  public Emission dot(Dot layer) {
    return Emission.of(DotOps.dot(scope, layer));
  }

  @Override
  public Emission dropout(Dropout layer) {
    return Emission.of(RegularizationOps.dropout(scope, layer));
  }

  @Override
  public Emission elu(ELU layer) {
    return Emission.of(ActivationOps.elu(scope, layer));
  }

  @Override
  public Emission embedding(Embedding layer) {
    return scope.regularized(layer.activityRegularizer(), Emission.of(EmbeddingOps.lookUp(scope)));
  }

  @Override
  public Emission flatten(Flatten layer) {
    return Emission.of(ReshapingOps.reshape(scope));
  }

  @Override
  public Emission gaussianDropout(GaussianDropout layer) {
    return Emission.of(RegularizationOps.gaussianDropout(scope, layer));
  }

  @Override
  public Emission gaussianNoise(GaussianNoise layer) {
    return Emission.of(RegularizationOps.gaussianNoise(scope, layer));
  }

  @Override
  public Emission globalAveragePooling1D(GlobalAveragePooling1D<?> layer) {
    return Emission.of(PoolingOps.globalAverage(scope, layer.keepdims()));
  }

  @Override
  public Emission globalAveragePooling2D(GlobalAveragePooling2D<?> layer) {
    return Emission.of(PoolingOps.globalAverage(scope, layer.keepdims()));
  }

  @Override
  public Emission globalMaxPooling1D(GlobalMaxPooling1D<?> layer) {
    return Emission.of(PoolingOps.globalMax(scope, layer.keepdims()));
  }

  @Override
  public Emission globalMaxPooling2D(GlobalMaxPooling2D<?> layer) {
    return Emission.of(PoolingOps.globalMax(scope, layer.keepdims()));
  }

  @Override
  public Emission groupNormalization(GroupNormalization layer) {
    return Emission.of(SampleNormalizationOps.group(scope, layer));
  }

  @Override
  public Emission gru(GRU<?> layer) {
    return scope.regularized(
        layer.activityRegularizer(), Emission.of(RecurrentOps.gru(scope, layer)));
  }

  @Override
  public Emission inputLayer(InputLayer layer) {
    throw new IllegalStateException("inputs are fed, not emitted");
  }

  @Override
  public Emission layerNormalization(LayerNormalization layer) {
    return Emission.of(SampleNormalizationOps.layer(scope, layer));
  }

  @Override
  public Emission leakyReLU(LeakyReLU layer) {
    return Emission.of(ActivationOps.leakyReLU(scope, layer.negativeSlope()));
  }

  @Override
  public Emission lstm(LSTM<?> layer) {
    return scope.regularized(
        layer.activityRegularizer(), Emission.of(RecurrentOps.lstm(scope, layer)));
  }

  @Override
  public Emission maximum(Maximum layer) {
    return Emission.of(MergingOps.maximum(scope));
  }

  @Override
  public Emission maxPooling1D(MaxPooling1D layer) {
    return Emission.of(PoolingOps.max(scope, layer));
  }

  @Override
  public Emission maxPooling2D(MaxPooling2D layer) {
    return PoolingOps.max(scope, layer);
  }

  @Override
  public Emission minimum(Minimum layer) {
    return Emission.of(MergingOps.minimum(scope));
  }

  @Override
  public Emission multiHeadAttention(MultiHeadAttention layer) {
    return Emission.of(AttentionOps.attend(scope, layer));
  }

  @Override
  public Emission multiply(Multiply layer) {
    return Emission.of(MergingOps.multiply(scope));
  }

  @Override
  public Emission nestedModel(NestedModel<?> layer) {
    throw new IllegalStateException("a nested model is emitted layer by layer");
  }

  @Override
  public Emission normalization(Normalization layer) {
    return Emission.of(PreprocessingOps.normalize(scope, layer));
  }

  @Override
  public Emission numberArithmetic(NumberArithmetic layer) {
    return Emission.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public Emission preLU(PReLU layer) {
    return Emission.of(ActivationOps.preLU(scope));
  }

  @Override
  public Emission reLU(ReLU layer) {
    return ActivationOps.reLU(scope, layer);
  }

  @Override
  public Emission permute(Permute layer) {
    return Emission.of(ReshapingOps.permute(scope, layer));
  }

  @Override
  public Emission randomBrightness(RandomBrightness layer) {
    return Emission.of(AugmentationOps.brightness(scope, layer));
  }

  @Override
  public Emission randomContrast(RandomContrast layer) {
    return Emission.of(AugmentationOps.contrast(scope, layer));
  }

  @Override
  public Emission randomCrop(RandomCrop layer) {
    return Emission.of(AugmentationOps.crop(scope, layer));
  }

  @Override
  public Emission randomFlip(RandomFlip layer) {
    return Emission.of(AugmentationOps.flip(scope, layer));
  }

  @Override
  public Emission randomRotation(RandomRotation layer) {
    return Emission.of(AugmentationOps.rotate(scope, layer));
  }

  @Override
  public Emission randomTranslation(RandomTranslation layer) {
    return Emission.of(AugmentationOps.translate(scope, layer));
  }

  @Override
  public Emission randomZoom(RandomZoom layer) {
    return Emission.of(AugmentationOps.zoom(scope, layer));
  }

  @Override
  public Emission repeatVector(RepeatVector layer) {
    return Emission.of(ReshapingOps.repeat(scope, layer.n()));
  }

  @Override
  public Emission rescaling(Rescaling layer) {
    return Emission.of(PreprocessingOps.rescale(scope, layer));
  }

  @Override
  public Emission resizing(Resizing layer) {
    return Emission.of(ResizingOps.resize(scope, layer));
  }

  @Override
  public Emission rmsNormalization(RMSNormalization layer) {
    return Emission.of(SampleNormalizationOps.rms(scope, layer));
  }

  @Override
  public Emission simpleRNN(SimpleRNN<?> layer) {
    return Emission.of(RecurrentOps.simple(scope, layer));
  }

  @Override
  public Emission softmax(Softmax layer) {
    return ActivationOps.softmax(scope, layer);
  }

  @Override
  public Emission spatialDropout1D(SpatialDropout1D layer) {
    return Emission.of(RegularizationOps.spatialDropout(scope, layer.rate(), layer.seed()));
  }

  @Override
  public Emission spatialDropout2D(SpatialDropout2D layer) {
    return Emission.of(RegularizationOps.spatialDropout(scope, layer.rate(), layer.seed()));
  }

  @Override
  public Emission timeDistributed(TimeDistributed layer) {
    return Emission.of(WrapperOps.everyStep(scope, layer));
  }

  @Override
  public Emission unaryArithmetic(UnaryArithmetic layer) {
    return Emission.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public Emission unitNormalization(UnitNormalization layer) {
    return Emission.of(SampleNormalizationOps.unit(scope, layer));
  }

  @Override
  public Emission separableConv2D(SeparableConv2D layer) {
    return scope.regularized(
        layer.activityRegularizer(),
        ActivationOps.apply(scope, DepthwiseOps.convolve(scope, layer), layer.activation()));
  }

  @Override
  public Emission reshape(Reshape<?> layer) {
    return Emission.of(ReshapingOps.reshape(scope));
  }

  @Override
  public Emission subtract(Subtract layer) {
    return Emission.of(MergingOps.subtract(scope));
  }

  @Override
  public Emission upSampling1D(UpSampling1D layer) {
    return Emission.of(ReshapingOps.upSample(scope));
  }

  @Override
  public Emission upSampling2D(UpSampling2D layer) {
    return Emission.of(ReshapingOps.upSample(scope, layer));
  }

  @Override
  public Emission zeroPadding1D(ZeroPadding1D layer) {
    return Emission.of(ReshapingOps.pad(scope, layer.padding()));
  }

  @Override
  public Emission zeroPadding2D(ZeroPadding2D layer) {
    return Emission.of(ReshapingOps.pad(scope, layer.padding()));
  }
}
