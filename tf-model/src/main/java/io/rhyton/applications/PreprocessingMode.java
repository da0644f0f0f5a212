package io.rhyton.applications;

import java.util.Objects;

/**
 * How pixel values are transformed into what an application was trained with: Keras's {@code
 * preprocess_input}.
 *
 * <pre>{@code
 * float[] pixels = {0, 127.5f, 255};
 * float[] inputs = PreprocessingMode.TF.preprocess(pixels);    // {-1, 0, 1}
 * }</pre>
 *
 * <p>Source: {@code keras/src/applications/imagenet_utils.py}, Keras 3.15.
 */
public enum PreprocessingMode {
  /** Not at all: the model itself does it, and takes values from 0 to 255. */
  NONE,
  /** To [-1, 1]. */
  TF,
  /** To [0, 1], then minus the mean of ImageNet, divided by its standard deviation, per channel. */
  TORCH,
  /** From RGB to BGR, then minus the mean of ImageNet per channel, without scaling. */
  CAFFE;

  private static final int CHANNELS = 3;
  private static final float[] RGB_MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] RGB_DEVIATION = {0.229f, 0.224f, 0.225f};
  private static final float[] BGR_MEAN = {103.939f, 116.779f, 123.68f};

  /**
   * Returns pixel values transformed.
   *
   * @param pixels values from 0 to 255 of one or more images, channels last; RGB for {@link #TORCH}
   *     and {@link #CAFFE}
   * @return a new array of the same length
   * @throws IllegalArgumentException if the last pixel of {@link #TORCH} or {@link #CAFFE} is
   *     incomplete
   */
  public float[] preprocess(float[] pixels) {
    Objects.requireNonNull(pixels, "pixels");
    if ((this == TORCH || this == CAFFE) && pixels.length % CHANNELS != 0) {
      throw new IllegalArgumentException(
          "pixels must have 3 values each, got " + pixels.length + " values");
    }
    float[] inputs = new float[pixels.length];
    for (int i = 0; i < inputs.length; i++) {
      int channel = i % CHANNELS;
      inputs[i] =
          switch (this) {
            case NONE -> pixels[i];
            case TF -> pixels[i] / 127.5f - 1;
            case TORCH -> (pixels[i] / 255 - RGB_MEAN[channel]) / RGB_DEVIATION[channel];
            case CAFFE -> pixels[i - channel + CHANNELS - 1 - channel] - BGR_MEAN[channel];
          };
    }
    return inputs;
  }
}
