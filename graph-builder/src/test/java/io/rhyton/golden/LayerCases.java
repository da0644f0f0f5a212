package io.rhyton.golden;

import static io.rhyton.model.layer.Padding.SAME;

import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.AveragePooling2D;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.Image;
import io.rhyton.model.layer.Keeping;
import io.rhyton.model.layer.Mapping;
import io.rhyton.model.layer.MaxPooling2D;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Vector;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The layers of {@code layer_cases.py}. Each stands behind a convolution or dense layer without a
 * bias, whose gradient shows the gradient with respect to the layer's input.
 */
final class LayerCases {
  /** The node of the layer that a case is about. */
  static final String TESTED = "layer";

  private final Map<String, ModelSpec> models = new LinkedHashMap<>();

  private LayerCases() {}

  static Map<String, ModelSpec> all() {
    LayerCases cases = new LayerCases();
    cases.convolutions();
    cases.maxPoolings();
    cases.averagePoolings();
    cases.dense();
    cases.activations();
    cases.normalizations();
    cases.others();
    return cases.models;
  }

  private void convolutions() {
    Conv2D three = Conv2D.of(3, 3);
    Conv2D twoByThree = Conv2D.of(3, 2, 3);
    image("conv2d_valid", three);
    image("conv2d_same", three.padding(SAME));
    image("conv2d_kernel_1", Conv2D.of(3, 1));
    image("conv2d_kernel_1_strides_2", Conv2D.of(3, 1).strides(2));
    image("conv2d_kernel_2x3_valid", twoByThree);
    image("conv2d_kernel_2x3_same", twoByThree.padding(SAME));
    oddImage("conv2d_strides_2_valid", three.strides(2));
    image("conv2d_strides_2_same", three.strides(2).padding(SAME));
    oddImage("conv2d_strides_2_same_odd", three.strides(2).padding(SAME));
    image("conv2d_strides_2x1_valid", three.strides(2, 1));
    image("conv2d_strides_2x1_same", three.strides(2, 1).padding(SAME));
    image("conv2d_kernel_2x3_strides_2_same", twoByThree.strides(2).padding(SAME));
    image("conv2d_no_bias", three.useBias(false));
    image("conv2d_relu", three.padding(SAME).activation(ActivationFunction.RELU));
    image("conv2d_softmax", three.activation(ActivationFunction.SOFTMAX));
  }

  private void maxPoolings() {
    String name = "max_pooling2d_";
    image(name + "even", 4, 6, MaxPooling2D.of(2));
    oddImage(name + "valid", MaxPooling2D.of(2));
    oddImage(name + "same", MaxPooling2D.of(2).padding(SAME));
    oddImage(name + "2x3_valid", MaxPooling2D.of(2, 3));
    oddImage(name + "overlapping_valid", MaxPooling2D.of(3).strides(2));
    oddImage(name + "overlapping_same", MaxPooling2D.of(3).strides(2).padding(SAME));
    image(name + "strides_1_same", MaxPooling2D.of(3).strides(1).padding(SAME));
    oddImage(name + "gaps_valid", MaxPooling2D.of(2).strides(3));
    oddImage(name + "gaps_same", MaxPooling2D.of(2).strides(3).padding(SAME));
    oddImage(name + "2x3_strides_1x2_same", MaxPooling2D.of(2, 3).strides(1, 2).padding(SAME));
  }

  private void averagePoolings() {
    String name = "average_pooling2d_";
    image(name + "even", 4, 6, AveragePooling2D.of(2));
    oddImage(name + "valid", AveragePooling2D.of(2));
    oddImage(name + "same", AveragePooling2D.of(2).padding(SAME));
    oddImage(name + "2x3_valid", AveragePooling2D.of(2, 3));
    oddImage(name + "overlapping_valid", AveragePooling2D.of(3).strides(2));
    oddImage(name + "overlapping_same", AveragePooling2D.of(3).strides(2).padding(SAME));
    image(name + "strides_1_same", AveragePooling2D.of(3).strides(1).padding(SAME));
    oddImage(name + "gaps_valid", AveragePooling2D.of(2).strides(3));
    oddImage(name + "gaps_same", AveragePooling2D.of(2).strides(3).padding(SAME));
    oddImage(name + "2x3_strides_1x2_same", AveragePooling2D.of(2, 3).strides(1, 2).padding(SAME));
  }

  private void dense() {
    vector("dense_no_bias", Dense.of(3).useBias(false));
    for (ActivationFunction function : ActivationFunction.values()) {
      vector("dense_" + lowerCase(function), Dense.of(3).activation(function));
    }
  }

  private void activations() {
    for (ActivationFunction function : ActivationFunction.values()) {
      vector("activation_" + lowerCase(function), Activation.of(function));
    }
    image("activation_relu_image", Activation.of(ActivationFunction.RELU));
    image("activation_softmax_image", Activation.of(ActivationFunction.SOFTMAX));
  }

  private void normalizations() {
    BatchNormalization plain = BatchNormalization.of().center(false).scale(false);
    image("batch_normalization", BatchNormalization.of());
    image("batch_normalization_no_center", BatchNormalization.of().center(false));
    image("batch_normalization_no_scale", BatchNormalization.of().scale(false));
    image("batch_normalization_plain", plain);
    image("batch_normalization_options", BatchNormalization.of().momentum(0.7).epsilon(0.1));
    vector("batch_normalization_vector", BatchNormalization.of());
    vector("batch_normalization_vector_plain", plain);
    vector(
        "batch_normalization_vector_options", BatchNormalization.of().momentum(0.5).epsilon(1e-5));
  }

  private void others() {
    add(
        "global_average_pooling2d",
        frontOfImage(5, 7).add(TESTED, GlobalAveragePooling2D.of()).build("golden"));
    add(
        "flatten",
        frontOfImage(4, 5).add(TESTED, Flatten.of()).add("rows", Flatten.of()).build("golden"));
    add("flatten_vector", frontOfVector().add(TESTED, Flatten.of()).build("golden"));
    image("rescaling", Rescaling.of(1.0 / 255));
    vector("rescaling_offset", Rescaling.of(1 / 127.5).offset(-1));
    vector("dropout", Dropout.of(0.4).seed(1337));
    image("dropout_image", Dropout.of(0.25).seed(7));
    vector("dropout_rate_0", Dropout.of(0).seed(7));
  }

  private void image(String name, Mapping<Image, Image> layer) {
    image(name, 4, 5, layer);
  }

  private void oddImage(String name, Mapping<Image, Image> layer) {
    image(name, 5, 7, layer);
  }

  private void image(String name, int height, int width, Mapping<Image, Image> layer) {
    add(name, rows(frontOfImage(height, width).add(TESTED, layer)));
  }

  private void image(String name, Keeping layer) {
    add(name, rows(frontOfImage(4, 5).add(TESTED, layer)));
  }

  private void vector(String name, Mapping<Vector, Vector> layer) {
    add(name, frontOfVector().add(TESTED, layer).build("golden"));
  }

  private void vector(String name, Keeping layer) {
    add(name, frontOfVector().add(TESTED, layer).build("golden"));
  }

  private void add(String name, ModelSpec model) {
    models.put(name, model);
  }

  private static Sequential<Image> frontOfImage(int height, int width) {
    return Sequential.image(height, width, 3).add("front", Conv2D.of(2, 1).useBias(false));
  }

  private static Sequential<Vector> frontOfVector() {
    return Sequential.vector(5).add("front", Dense.of(4).useBias(false));
  }

  private static ModelSpec rows(Sequential<Image> images) {
    return images.add("rows", Flatten.of()).build("golden");
  }

  private static String lowerCase(ActivationFunction function) {
    return function.name().toLowerCase(Locale.ROOT);
  }
}
