package io.rhyton.model.layer;

/**
 * One method for each layer and no defaults, so that the compiler finds every place that a new
 * layer must be added to.
 *
 * @param <T> what the methods return
 */
public interface LayerVisitor<T> {
  /** Visits an activation. */
  T activation(Activation layer);

  /** Visits a penalty on what passes. */
  T activityRegularization(ActivityRegularization layer);

  /** Visits a sum. */
  T add(Add layer);

  /** Visits an alpha dropout. */
  T alphaDropout(AlphaDropout layer);

  /** Visits an operation on two tensors. */
  T arithmetic(Arithmetic layer);

  /** Visits an average of inputs. */
  T average(Average layer);

  /** Visits an average pooling of sequences. */
  T averagePooling1D(AveragePooling1D layer);

  /** Visits an average pooling. */
  T averagePooling2D(AveragePooling2D layer);

  /** Visits a batch normalisation. */
  T batchNormalization(BatchNormalization layer);

  /** Visits a recurrent layer in both directions. */
  T bidirectional(Bidirectional<?> layer);

  /** Visits a crop of the middle. */
  T centerCrop(CenterCrop layer);

  /** Visits a concatenation. */
  T concatenate(Concatenate layer);

  /** Visits a convolution over sequences. */
  T conv1D(Conv1D layer);

  /** Visits a convolution. */
  T conv2D(Conv2D layer);

  /** Visits a transposed convolution. */
  T conv2DTranspose(Conv2DTranspose layer);

  /** Visits a cropping of sequences. */
  T cropping1D(Cropping1D layer);

  /** Visits a cropping of images. */
  T cropping2D(Cropping2D layer);

  /** Visits a fully connected layer. */
  T dense(Dense layer);

  /** Visits a convolution of each channel by itself. */
  T depthwiseConv2D(DepthwiseConv2D layer);

  /** Visits a product summed along axes. */
  T dot(Dot layer);

  /** Visits a dropout. */
  T dropout(Dropout layer);

  /** Visits an exponential linear unit. */
  T elu(ELU layer);

  /** Visits a table of rows. */
  T embedding(Embedding layer);

  /** Visits a flattening. */
  T flatten(Flatten layer);

  /** Visits a multiplication by noise. */
  T gaussianDropout(GaussianDropout layer);

  /** Visits an addition of noise. */
  T gaussianNoise(GaussianNoise layer);

  /** Visits a global average pooling of sequences. */
  T globalAveragePooling1D(GlobalAveragePooling1D<?> layer);

  /** Visits a global average pooling. */
  T globalAveragePooling2D(GlobalAveragePooling2D<?> layer);

  /** Visits a global maximum pooling of sequences. */
  T globalMaxPooling1D(GlobalMaxPooling1D<?> layer);

  /** Visits a global maximum pooling. */
  T globalMaxPooling2D(GlobalMaxPooling2D<?> layer);

  /** Visits a group normalisation. */
  T groupNormalization(GroupNormalization layer);

  /** Visits gated recurrent units. */
  T gru(GRU<?> layer);

  /** Visits a model input. */
  T inputLayer(InputLayer layer);

  /** Visits a layer normalisation. */
  T layerNormalization(LayerNormalization layer);

  /** Visits a leaky rectified linear unit. */
  T leakyReLU(LeakyReLU layer);

  /** Visits a long short-term memory. */
  T lstm(LSTM<?> layer);

  /** Visits a maximum of inputs. */
  T maximum(Maximum layer);

  /** Visits a maximum pooling of sequences. */
  T maxPooling1D(MaxPooling1D layer);

  /** Visits a maximum pooling. */
  T maxPooling2D(MaxPooling2D layer);

  /** Visits a minimum of inputs. */
  T minimum(Minimum layer);

  /** Visits an attention. */
  T multiHeadAttention(MultiHeadAttention layer);

  /** Visits a product of inputs. */
  T multiply(Multiply layer);

  /** Visits a model used as a layer. */
  T nestedModel(NestedModel<?> layer);

  /** Visits a normalisation by known mean and variance. */
  T normalization(Normalization layer);

  /** Visits an operation on a tensor and a number. */
  T numberArithmetic(NumberArithmetic layer);

  /** Visits a rectified linear unit with slopes that are learnt. */
  T preLU(PReLU layer);

  /** Visits a rectified linear unit. */
  T reLU(ReLU layer);

  /** Visits another order of axes. */
  T permute(Permute layer);

  /** Visits a change of brightness. */
  T randomBrightness(RandomBrightness layer);

  /** Visits a change of contrast. */
  T randomContrast(RandomContrast layer);

  /** Visits a crop at a drawn place. */
  T randomCrop(RandomCrop layer);

  /** Visits a turning over. */
  T randomFlip(RandomFlip layer);

  /** Visits a rotation. */
  T randomRotation(RandomRotation layer);

  /** Visits a translation. */
  T randomTranslation(RandomTranslation layer);

  /** Visits a zoom. */
  T randomZoom(RandomZoom layer);

  /** Visits a repetition. */
  T repeatVector(RepeatVector layer);

  /** Visits a rescaling. */
  T rescaling(Rescaling layer);

  /** Visits a change of size. */
  T resizing(Resizing layer);

  /** Visits a division by the root mean square. */
  T rmsNormalization(RMSNormalization layer);

  /** Visits a plain recurrent layer. */
  T simpleRNN(SimpleRNN<?> layer);

  /** Visits a softmax. */
  T softmax(Softmax layer);

  /** Visits a dropout of features. */
  T spatialDropout1D(SpatialDropout1D layer);

  /** Visits a dropout of channels. */
  T spatialDropout2D(SpatialDropout2D layer);

  /** Visits a layer on each step. */
  T timeDistributed(TimeDistributed layer);

  /** Visits an operation on one tensor. */
  T unaryArithmetic(UnaryArithmetic layer);

  /** Visits a division by the length. */
  T unitNormalization(UnitNormalization layer);

  /** Visits a convolution of each channel by itself, and one over what it makes. */
  T separableConv2D(SeparableConv2D layer);

  /** Visits another shape. */
  T reshape(Reshape<?> layer);

  /** Visits a difference. */
  T subtract(Subtract layer);

  /** Visits an enlargement of sequences. */
  T upSampling1D(UpSampling1D layer);

  /** Visits an enlargement of images. */
  T upSampling2D(UpSampling2D layer);

  /** Visits zeros at the ends of sequences. */
  T zeroPadding1D(ZeroPadding1D layer);

  /** Visits zeros around images. */
  T zeroPadding2D(ZeroPadding2D layer);
}
