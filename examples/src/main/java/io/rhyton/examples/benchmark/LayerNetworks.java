package io.rhyton.examples.benchmark;

import static io.rhyton.model.layer.ActivationFunction.RELU;
import static io.rhyton.model.layer.ActivationFunction.SOFTMAX;
import static io.rhyton.model.shape.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Conv2DTranspose;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.DepthwiseConv2D;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.SeparableConv2D;
import io.rhyton.model.shape.Image;

/** Small networks, most of which are dominated by one type of layer. */
final class LayerNetworks {
  private LayerNetworks() {}

  static ModelSpec small() {
    return classify(
        "small",
        Sequential.image(32, 32, 3)
            .add(Conv2D.of(16, 3).strides(2).activation(RELU))
            .add(Conv2D.of(32, 3).strides(2).activation(RELU)));
  }

  static ModelSpec depthwise() {
    return classify(
        "depthwise",
        image()
            .add(DepthwiseConv2D.of(3).padding(SAME).activation(RELU))
            .add(Conv2D.of(64, 1).activation(RELU))
            .add(DepthwiseConv2D.of(3).strides(2).padding(SAME).activation(RELU))
            .add(Conv2D.of(128, 1).activation(RELU))
            .add(DepthwiseConv2D.of(3).padding(SAME).activation(RELU))
            .add(Conv2D.of(128, 1).activation(RELU)));
  }

  static ModelSpec separable() {
    return classify(
        "separable",
        image()
            .add(SeparableConv2D.of(64, 3).padding(SAME).activation(RELU))
            .add(SeparableConv2D.of(128, 3).strides(2).padding(SAME).activation(RELU))
            .add(SeparableConv2D.of(128, 3).padding(SAME).activation(RELU)));
  }

  static ModelSpec transposed() {
    return classify(
        "transposed",
        image()
            .add(Conv2D.of(64, 3).strides(2).padding(SAME).activation(RELU))
            .add(Conv2D.of(128, 3).strides(2).padding(SAME).activation(RELU))
            .add(Conv2DTranspose.of(64, 3).strides(2).padding(SAME).activation(RELU))
            .add(Conv2DTranspose.of(32, 3).strides(2).padding(SAME).activation(RELU)));
  }

  static ModelSpec dilated() {
    return classify(
        "dilated",
        image()
            .add(Conv2D.of(64, 3).dilationRate(2).padding(SAME).activation(RELU))
            .add(Conv2D.of(64, 3).dilationRate(4).padding(SAME).activation(RELU)));
  }

  static ModelSpec grouped() {
    return classify(
        "grouped",
        image()
            .add(Conv2D.of(64, 3).groups(4).padding(SAME).activation(RELU))
            .add(Conv2D.of(64, 3).groups(4).padding(SAME).activation(RELU)));
  }

  /** Returns a network for images of 128 by 128 pixels. */
  static ModelSpec tiny() {
    return classify(
        "tiny",
        Sequential.image(128, 128, 3)
            .add(Conv2D.of(16, 3).strides(2).padding(SAME).activation(RELU))
            .add(Conv2D.of(32, 3).strides(2).padding(SAME).activation(RELU)));
  }

  private static Sequential<Image> image() {
    return Sequential.image(32, 32, 3).add(Conv2D.of(32, 3).padding(SAME).activation(RELU));
  }

  private static ModelSpec classify(String name, Sequential<Image> network) {
    return network
        .add(GlobalAveragePooling2D.of())
        .add(Dense.of(10).activation(SOFTMAX))
        .build(name);
  }
}
