package io.rhyton.keras;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivityRegularization;
import io.rhyton.model.layer.Add;
import io.rhyton.model.layer.Average;
import io.rhyton.model.layer.AveragePooling1D;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Concatenate;
import io.rhyton.model.layer.Conv1D;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.Cropping1D;
import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.Dot;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling1D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.GlobalMaxPooling1D;
import io.rhyton.model.layer.GlobalMaxPooling2D;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LayerVisitor;
import io.rhyton.model.layer.MaxPooling1D;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Maximum;
import io.rhyton.model.layer.Minimum;
import io.rhyton.model.layer.Multiply;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.Permute;
import io.rhyton.model.layer.RepeatVector;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.Subtract;
import io.rhyton.model.layer.UpSampling1D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding1D;
import io.rhyton.model.layer.ZeroPadding2D;

/**
 * Whether a layer does in training what it does not in inference. Where it does not, a call with
 * {@code training=False} is like any other; users write it to keep a frozen model's batch
 * normalisation in inference, where being frozen keeps it anyway.
 */
final class TrainingPhase implements LayerVisitor<Boolean> {
  private final boolean trainable;

  private TrainingPhase(boolean trainable) {
    this.trainable = trainable;
  }

  static boolean matters(Layer layer, boolean trainable) {
    return layer.accept(new TrainingPhase(trainable));
  }

  @Override
  public Boolean activation(Activation layer) {
    return false;
  }

  @Override
  public Boolean activityRegularization(ActivityRegularization layer) {
    return false;
  }

  @Override
  public Boolean add(Add layer) {
    return false;
  }

  @Override
  public Boolean average(Average layer) {
    return false;
  }

  @Override
  public Boolean averagePooling1D(AveragePooling1D layer) {
    return false;
  }

  @Override
  public Boolean averagePooling2D(AveragePooling2D layer) {
    return false;
  }

  @Override
  public Boolean batchNormalization(BatchNormalization layer) {
    return trainable;
  }

  @Override
  public Boolean concatenate(Concatenate layer) {
    return false;
  }

  @Override
  public Boolean conv1D(Conv1D layer) {
    return false;
  }

  @Override
  public Boolean conv2D(Conv2D layer) {
    return false;
  }

  @Override
  public Boolean conv2DTranspose(Conv2DTranspose layer) {
    return false;
  }

  @Override
  public Boolean cropping1D(Cropping1D layer) {
    return false;
  }

  @Override
  public Boolean cropping2D(Cropping2D layer) {
    return false;
  }

  @Override
  public Boolean dense(Dense layer) {
    return false;
  }

  @Override
  public Boolean depthwiseConv2D(DepthwiseConv2D layer) {
    return false;
  }

  @Override
  public Boolean dot(Dot layer) {
    return false;
  }

  @Override
  public Boolean dropout(Dropout layer) {
    return layer.rate() > 0;
  }

  @Override
  public Boolean flatten(Flatten layer) {
    return false;
  }

  @Override
  public Boolean globalAveragePooling1D(GlobalAveragePooling1D<?> layer) {
    return false;
  }

  @Override
  public Boolean globalAveragePooling2D(GlobalAveragePooling2D<?> layer) {
    return false;
  }

  @Override
  public Boolean globalMaxPooling1D(GlobalMaxPooling1D<?> layer) {
    return false;
  }

  @Override
  public Boolean globalMaxPooling2D(GlobalMaxPooling2D<?> layer) {
    return false;
  }

  @Override
  public Boolean inputLayer(InputLayer layer) {
    return false;
  }

  @Override
  public Boolean maximum(Maximum layer) {
    return false;
  }

  @Override
  public Boolean maxPooling1D(MaxPooling1D layer) {
    return false;
  }

  @Override
  public Boolean maxPooling2D(MaxPooling2D layer) {
    return false;
  }

  @Override
  public Boolean minimum(Minimum layer) {
    return false;
  }

  @Override
  public Boolean multiply(Multiply layer) {
    return false;
  }

  @Override
  public Boolean nestedModel(NestedModel<?> layer) {
    return layer.model().layers().stream().anyMatch(this::matters);
  }

  private boolean matters(LayerSpec layer) {
    return matters(layer.layer(), trainable && layer.trainable());
  }

  @Override
  public Boolean permute(Permute layer) {
    return false;
  }

  @Override
  public Boolean repeatVector(RepeatVector layer) {
    return false;
  }

  @Override
  public Boolean rescaling(Rescaling layer) {
    return false;
  }

  @Override
  public Boolean separableConv2D(SeparableConv2D layer) {
    return false;
  }

  @Override
  public Boolean reshape(Reshape<?> layer) {
    return false;
  }

  @Override
  public Boolean subtract(Subtract layer) {
    return false;
  }

  @Override
  public Boolean upSampling1D(UpSampling1D layer) {
    return false;
  }

  @Override
  public Boolean upSampling2D(UpSampling2D layer) {
    return false;
  }

  @Override
  public Boolean zeroPadding1D(ZeroPadding1D layer) {
    return false;
  }

  @Override
  public Boolean zeroPadding2D(ZeroPadding2D layer) {
    return false;
  }
}
