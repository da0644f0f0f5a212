package io.rhyton.graph.layer;

import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.AffineLayer;
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
import io.rhyton.model.layer.Reduction;
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
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.layer.UnitNormalization;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.weight.L1L2;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Emits each type of layer, one line per type. */
final class LayerEmitter implements LayerVisitor<LayerOutputTensor> {
  private final LayerScope scope;

  LayerEmitter(LayerScope scope) {
    this.scope = scope;
  }

  @Override
  public LayerOutputTensor activation(Activation layer) {
    return ActivationOps.apply(scope, scope.input(), layer.activation());
  }

  @Override
  public LayerOutputTensor activityRegularization(ActivityRegularization layer) {
    return scope.regularized(L1L2.of(layer.l1(), layer.l2()), LayerOutputTensor.of(scope.input()));
  }

  @Override
  public LayerOutputTensor add(Add layer) {
    return LayerOutputTensor.of(MergingOps.add(scope));
  }

  @Override
  public LayerOutputTensor alphaDropout(AlphaDropout layer) {
    return LayerOutputTensor.of(RegularizationOps.alphaDropout(scope, layer));
  }

  @Override
  public LayerOutputTensor arithmetic(Arithmetic layer) {
    return LayerOutputTensor.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public LayerOutputTensor average(Average layer) {
    return LayerOutputTensor.of(MergingOps.average(scope));
  }

  @Override
  public LayerOutputTensor averagePooling1D(AveragePooling1D layer) {
    return LayerOutputTensor.of(PoolingOps.average(scope, layer));
  }

  @Override
  public LayerOutputTensor averagePooling2D(AveragePooling2D layer) {
    return LayerOutputTensor.of(PoolingOps.average(scope, layer));
  }

  @Override
  public LayerOutputTensor batchNormalization(BatchNormalization layer) {
    return LayerOutputTensor.of(NormalizationOps.batch(scope, layer));
  }

  @Override
  public LayerOutputTensor bidirectional(Bidirectional<?> layer) {
    return LayerOutputTensor.of(WrapperOps.bothWays(scope, layer));
  }

  @Override
  public LayerOutputTensor centerCrop(CenterCrop layer) {
    return LayerOutputTensor.of(ResizingOps.cropCenter(scope, layer));
  }

  @Override
  public LayerOutputTensor concatenate(Concatenate layer) {
    return LayerOutputTensor.of(MergingOps.concatenate(scope, layer));
  }

  @Override
  public LayerOutputTensor conv1D(Conv1D layer) {
    return activated(layer, ConvolutionOps.convolve(scope, layer));
  }

  @Override
  public LayerOutputTensor conv2D(Conv2D layer) {
    return activated(layer, ConvolutionOps.convolve(scope, layer));
  }

  @Override
  public LayerOutputTensor conv2DTranspose(Conv2DTranspose layer) {
    return activated(layer, TransposedOps.convolve(scope, layer));
  }

  @Override
  public LayerOutputTensor cropping1D(Cropping1D layer) {
    return LayerOutputTensor.of(ReshapingOps.crop(scope, layer.cropping()));
  }

  @Override
  public LayerOutputTensor cropping2D(Cropping2D layer) {
    return LayerOutputTensor.of(ReshapingOps.crop(scope, layer.cropping()));
  }

  @Override
  public LayerOutputTensor customScaleLayer(CustomScaleLayer layer) {
    return LayerOutputTensor.of(MergingOps.addScaled(scope, layer));
  }

  @Override
  public LayerOutputTensor dense(Dense layer) {
    return activated(layer, DenseOps.multiply(scope, layer));
  }

  @Override
  public LayerOutputTensor depthwiseConv2D(DepthwiseConv2D layer) {
    return activated(layer, DepthwiseOps.convolve(scope, layer));
  }

  @Override
  public LayerOutputTensor dot(Dot layer) {
    return LayerOutputTensor.of(DotOps.dot(scope, layer));
  }

  @Override
  public LayerOutputTensor dropout(Dropout layer) {
    return LayerOutputTensor.of(RegularizationOps.dropout(scope, layer));
  }

  @Override
  public LayerOutputTensor elu(ELU layer) {
    return LayerOutputTensor.of(ActivationOps.elu(scope, layer));
  }

  @Override
  public LayerOutputTensor embedding(Embedding layer) {
    return scope.regularized(
        layer.activityRegularizer(), LayerOutputTensor.of(EmbeddingOps.lookUp(scope)));
  }

  @Override
  public LayerOutputTensor flatten(Flatten layer) {
    return LayerOutputTensor.of(ReshapingOps.reshape(scope));
  }

  @Override
  public LayerOutputTensor gaussianDropout(GaussianDropout layer) {
    return LayerOutputTensor.of(RegularizationOps.gaussianDropout(scope, layer));
  }

  @Override
  public LayerOutputTensor gaussianNoise(GaussianNoise layer) {
    return LayerOutputTensor.of(RegularizationOps.gaussianNoise(scope, layer));
  }

  @Override
  public LayerOutputTensor globalAveragePooling1D(GlobalAveragePooling1D<?> layer) {
    return LayerOutputTensor.of(PoolingOps.globalAverage(scope, layer.keepdims()));
  }

  @Override
  public LayerOutputTensor globalAveragePooling2D(GlobalAveragePooling2D<?> layer) {
    return LayerOutputTensor.of(PoolingOps.globalAverage(scope, layer.keepdims()));
  }

  @Override
  public LayerOutputTensor globalMaxPooling1D(GlobalMaxPooling1D<?> layer) {
    return LayerOutputTensor.of(PoolingOps.globalMax(scope, layer.keepdims()));
  }

  @Override
  public LayerOutputTensor globalMaxPooling2D(GlobalMaxPooling2D<?> layer) {
    return LayerOutputTensor.of(PoolingOps.globalMax(scope, layer.keepdims()));
  }

  @Override
  public LayerOutputTensor groupNormalization(GroupNormalization layer) {
    return LayerOutputTensor.of(SampleNormalizationOps.group(scope, layer));
  }

  @Override
  public LayerOutputTensor gru(GRU<?> layer) {
    return scope.regularized(
        layer.activityRegularizer(), LayerOutputTensor.of(RecurrentOps.gru(scope, layer)));
  }

  @Override
  public LayerOutputTensor identity(Identity layer) {
    return LayerOutputTensor.of(scope.input());
  }

  @Override
  public LayerOutputTensor inputLayer(InputLayer layer) {
    throw new IllegalStateException("inputs are fed, not emitted");
  }

  @Override
  public LayerOutputTensor layerNormalization(LayerNormalization layer) {
    return LayerOutputTensor.of(SampleNormalizationOps.layer(scope, layer));
  }

  @Override
  public LayerOutputTensor layerScale(LayerScale layer) {
    return LayerOutputTensor.of(scope.tf().math.mul(scope.input(), scope.weight("gamma")));
  }

  @Override
  public LayerOutputTensor leakyReLU(LeakyReLU layer) {
    return LayerOutputTensor.of(ActivationOps.leakyReLU(scope, layer.negativeSlope()));
  }

  @Override
  public LayerOutputTensor lstm(LSTM<?> layer) {
    return scope.regularized(
        layer.activityRegularizer(), LayerOutputTensor.of(RecurrentOps.lstm(scope, layer)));
  }

  @Override
  public LayerOutputTensor maximum(Maximum layer) {
    return LayerOutputTensor.of(MergingOps.maximum(scope));
  }

  @Override
  public LayerOutputTensor maxPooling1D(MaxPooling1D layer) {
    return LayerOutputTensor.of(PoolingOps.max(scope, layer));
  }

  @Override
  public LayerOutputTensor maxPooling2D(MaxPooling2D layer) {
    return PoolingOps.max(scope, layer);
  }

  @Override
  public LayerOutputTensor minimum(Minimum layer) {
    return LayerOutputTensor.of(MergingOps.minimum(scope));
  }

  @Override
  public LayerOutputTensor multiHeadAttention(MultiHeadAttention layer) {
    return LayerOutputTensor.of(AttentionOps.attend(scope, layer));
  }

  @Override
  public LayerOutputTensor multiply(Multiply layer) {
    return LayerOutputTensor.of(MergingOps.multiply(scope));
  }

  @Override
  public LayerOutputTensor nestedModel(NestedModel<?> layer) {
    throw new IllegalStateException("a nested model is emitted layer by layer");
  }

  @Override
  public LayerOutputTensor normalization(Normalization layer) {
    return LayerOutputTensor.of(PreprocessingOps.normalize(scope, layer));
  }

  @Override
  public LayerOutputTensor numberArithmetic(NumberArithmetic layer) {
    return LayerOutputTensor.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public LayerOutputTensor preLU(PReLU layer) {
    return LayerOutputTensor.of(ActivationOps.preLU(scope));
  }

  @Override
  public LayerOutputTensor reLU(ReLU layer) {
    return ActivationOps.reLU(scope, layer);
  }

  @Override
  public LayerOutputTensor permute(Permute layer) {
    return LayerOutputTensor.of(ReshapingOps.permute(scope, layer));
  }

  @Override
  public LayerOutputTensor randomBrightness(RandomBrightness layer) {
    return LayerOutputTensor.of(AugmentationOps.brightness(scope, layer));
  }

  @Override
  public LayerOutputTensor randomContrast(RandomContrast layer) {
    return LayerOutputTensor.of(AugmentationOps.contrast(scope, layer));
  }

  @Override
  public LayerOutputTensor randomCrop(RandomCrop layer) {
    return LayerOutputTensor.of(AugmentationOps.crop(scope, layer));
  }

  @Override
  public LayerOutputTensor randomFlip(RandomFlip layer) {
    return LayerOutputTensor.of(AugmentationOps.flip(scope, layer));
  }

  @Override
  public LayerOutputTensor randomRotation(RandomRotation layer) {
    return LayerOutputTensor.of(AugmentationOps.rotate(scope, layer));
  }

  @Override
  public LayerOutputTensor randomTranslation(RandomTranslation layer) {
    return LayerOutputTensor.of(AugmentationOps.translate(scope, layer));
  }

  @Override
  public LayerOutputTensor randomZoom(RandomZoom layer) {
    return LayerOutputTensor.of(AugmentationOps.zoom(scope, layer));
  }

  @Override
  public LayerOutputTensor repeatVector(RepeatVector layer) {
    return LayerOutputTensor.of(ReshapingOps.repeat(scope, layer.n()));
  }

  @Override
  public LayerOutputTensor rescaling(Rescaling layer) {
    return LayerOutputTensor.of(PreprocessingOps.rescale(scope, layer));
  }

  @Override
  public LayerOutputTensor resizing(Resizing layer) {
    return LayerOutputTensor.of(ResizingOps.resize(scope, layer));
  }

  @Override
  public LayerOutputTensor rmsNormalization(RMSNormalization layer) {
    return LayerOutputTensor.of(SampleNormalizationOps.rms(scope, layer));
  }

  @Override
  public LayerOutputTensor simpleRNN(SimpleRNN<?> layer) {
    return LayerOutputTensor.of(RecurrentOps.simple(scope, layer));
  }

  @Override
  public LayerOutputTensor softmax(Softmax layer) {
    return ActivationOps.softmax(scope, layer);
  }

  @Override
  public LayerOutputTensor spatialDropout1D(SpatialDropout1D layer) {
    return LayerOutputTensor.of(
        RegularizationOps.spatialDropout(scope, layer.rate(), layer.seed()));
  }

  @Override
  public LayerOutputTensor spatialDropout2D(SpatialDropout2D layer) {
    return LayerOutputTensor.of(
        RegularizationOps.spatialDropout(scope, layer.rate(), layer.seed()));
  }

  @Override
  public LayerOutputTensor timeDistributed(TimeDistributed layer) {
    return LayerOutputTensor.of(WrapperOps.everyStep(scope, layer));
  }

  @Override
  public LayerOutputTensor unaryOperation(UnaryOperation layer) {
    return LayerOutputTensor.of(ArithmeticOps.compute(scope, layer));
  }

  @Override
  public LayerOutputTensor unitNormalization(UnitNormalization layer) {
    return LayerOutputTensor.of(SampleNormalizationOps.unit(scope, layer));
  }

  @Override
  public LayerOutputTensor separableConv2D(SeparableConv2D layer) {
    return activated(layer, DepthwiseOps.convolve(scope, layer));
  }

  @Override
  public LayerOutputTensor reduction(Reduction<?> layer) {
    return LayerOutputTensor.of(ReductionOps.compute(scope, layer));
  }

  @Override
  public LayerOutputTensor reshape(Reshape<?> layer) {
    return LayerOutputTensor.of(ReshapingOps.reshape(scope));
  }

  @Override
  public LayerOutputTensor stochasticDepth(StochasticDepth layer) {
    return LayerOutputTensor.of(RegularizationOps.stochasticDepth(scope, layer));
  }

  @Override
  public LayerOutputTensor subtract(Subtract layer) {
    return LayerOutputTensor.of(MergingOps.subtract(scope));
  }

  @Override
  public LayerOutputTensor upSampling1D(UpSampling1D layer) {
    return LayerOutputTensor.of(ReshapingOps.upSample(scope, layer));
  }

  @Override
  public LayerOutputTensor upSampling2D(UpSampling2D layer) {
    return LayerOutputTensor.of(ReshapingOps.upSample(scope, layer));
  }

  @Override
  public LayerOutputTensor zeroPadding1D(ZeroPadding1D layer) {
    return LayerOutputTensor.of(ReshapingOps.pad(scope, layer.padding()));
  }

  @Override
  public LayerOutputTensor zeroPadding2D(ZeroPadding2D layer) {
    return LayerOutputTensor.of(ReshapingOps.pad(scope, layer.padding()));
  }

  private LayerOutputTensor activated(AffineLayer<?> layer, Operand<TFloat32> sum) {
    return scope.regularized(
        layer.activityRegularizer(), ActivationOps.apply(scope, sum, layer.activation()));
  }
}
