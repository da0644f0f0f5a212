package io.rhyton.model.layer;

/**
 * A visitor with one method per layer and no default methods, so that the compiler reports every
 * place where a new layer must be handled.
 *
 * @param <T> the return type of the methods
 */
public interface LayerVisitor<T> {
  T activation(Activation layer);

  T activityRegularization(ActivityRegularization layer);

  T add(Add layer);

  T alphaDropout(AlphaDropout layer);

  T arithmetic(Arithmetic layer);

  T average(Average layer);

  T averagePooling1D(AveragePooling1D layer);

  T averagePooling2D(AveragePooling2D layer);

  T batchNormalization(BatchNormalization layer);

  T bidirectional(Bidirectional<?> layer);

  T centerCrop(CenterCrop layer);

  T concatenate(Concatenate layer);

  T conv1D(Conv1D layer);

  T conv2D(Conv2D layer);

  T conv2DTranspose(Conv2DTranspose layer);

  T cropping1D(Cropping1D layer);

  T cropping2D(Cropping2D layer);

  T customScaleLayer(CustomScaleLayer layer);

  T dense(Dense layer);

  T depthwiseConv2D(DepthwiseConv2D layer);

  T dot(Dot layer);

  T dropout(Dropout layer);

  T elu(ELU layer);

  T embedding(Embedding layer);

  T flatten(Flatten layer);

  T gaussianDropout(GaussianDropout layer);

  T gaussianNoise(GaussianNoise layer);

  T globalAveragePooling1D(GlobalAveragePooling1D<?> layer);

  T globalAveragePooling2D(GlobalAveragePooling2D<?> layer);

  T globalMaxPooling1D(GlobalMaxPooling1D<?> layer);

  T globalMaxPooling2D(GlobalMaxPooling2D<?> layer);

  T groupNormalization(GroupNormalization layer);

  T gru(GRU<?> layer);

  T identity(Identity layer);

  T inputLayer(InputLayer layer);

  T layerNormalization(LayerNormalization layer);

  T layerScale(LayerScale layer);

  T leakyReLU(LeakyReLU layer);

  T lstm(LSTM<?> layer);

  T maximum(Maximum layer);

  T maxPooling1D(MaxPooling1D layer);

  T maxPooling2D(MaxPooling2D layer);

  T minimum(Minimum layer);

  T multiHeadAttention(MultiHeadAttention layer);

  T multiply(Multiply layer);

  T nestedModel(NestedModel<?> layer);

  T normalization(Normalization layer);

  T numberArithmetic(NumberArithmetic layer);

  T preLU(PReLU layer);

  T reLU(ReLU layer);

  T permute(Permute layer);

  T randomBrightness(RandomBrightness layer);

  T randomContrast(RandomContrast layer);

  T randomCrop(RandomCrop layer);

  T randomFlip(RandomFlip layer);

  T randomRotation(RandomRotation layer);

  T randomTranslation(RandomTranslation layer);

  T randomZoom(RandomZoom layer);

  T repeatVector(RepeatVector layer);

  T rescaling(Rescaling layer);

  T resizing(Resizing layer);

  T rmsNormalization(RMSNormalization layer);

  T simpleRNN(SimpleRNN<?> layer);

  T softmax(Softmax layer);

  T spatialDropout1D(SpatialDropout1D layer);

  T spatialDropout2D(SpatialDropout2D layer);

  T timeDistributed(TimeDistributed layer);

  T unaryOperation(UnaryOperation layer);

  T unitNormalization(UnitNormalization layer);

  T separableConv2D(SeparableConv2D layer);

  T reduction(Reduction<?> layer);

  T reshape(Reshape<?> layer);

  T stochasticDepth(StochasticDepth layer);

  T subtract(Subtract layer);

  T upSampling1D(UpSampling1D layer);

  T upSampling2D(UpSampling2D layer);

  T zeroPadding1D(ZeroPadding1D layer);

  T zeroPadding2D(ZeroPadding2D layer);
}
