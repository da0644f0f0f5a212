package io.rhyton.applications;

import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.FromAnyRank;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.RankPreserving;
import io.rhyton.model.layer.Reshape;
import io.rhyton.model.layer.ZeroPadding2D;
import io.rhyton.model.layer.geometry.LayerInputs;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Sizes;
import java.util.List;
import org.tensorflow.ndarray.Shape;

/**
 * A feature map of a network under construction: a node that knows its shape, which decides on
 * paddings and numbers of filters.
 */
final class Features {
  private static final int HEIGHT = 1;
  private static final int WIDTH = 2;
  private static final int CHANNELS = 3;

  private final Node<Image> input;
  private final Node<Image> node;
  private final Shape shape;
  private final AutoNames names;

  private Features(Node<Image> input, Node<Image> node, Shape shape, AutoNames names) {
    this.input = input;
    this.node = node;
    this.shape = shape;
    this.names = names;
  }

  static Features input(InputShape shape) {
    Node<Image> input = Functional.image(shape.height(), shape.width(), shape.channels());
    Shape batch = Shape.of(Shape.UNKNOWN_SIZE, shape.height(), shape.width(), shape.channels());
    AutoNames names = new AutoNames();
    names.next(InputLayer.image(shape.height(), shape.width(), shape.channels()));
    return new Features(input, input, batch, names);
  }

  /** Builds the model that ends here. */
  ModelSpec build(String name) {
    return Functional.build(name, input, node);
  }

  /** Builds the model that ends in a vector computed from this. */
  ModelSpec build(String name, Node<FeatureVector> output) {
    return Functional.build(name, input, output);
  }

  int channels() {
    return (int) shape.get(CHANNELS);
  }

  Features then(String name, RankMapping<? super Image, Image> layer) {
    return with(node.then(name, layer), name, layer, List.of(shape));
  }

  Features then(String name, RankPreserving layer) {
    return with(node.then(name, layer), name, layer, List.of(shape));
  }

  Features then(RankMapping<? super Image, Image> layer) {
    return then(names.next(layer), layer);
  }

  Features then(RankPreserving layer) {
    return then(names.next(layer), layer);
  }

  Features then(String name, FromAnyRank<Image> layer) {
    return with(node.then(name, layer), name, layer, List.of(shape));
  }

  /** As in Keras, a dense layer applies to the last axis of an image. */
  @SuppressWarnings("unchecked")
  Features then(String name, Dense layer) {
    return then(name, (RankMapping<Image, Image>) (RankMapping<?, ?>) layer);
  }

  /** Starts a sequential model that can be called on this. */
  Sequential<Image> inside() {
    InputLayer layer = InputLayer.of(shape.tail());
    int height = (int) shape.get(HEIGHT);
    return Sequential.image(names.next(layer), height, (int) shape.get(WIDTH), channels());
  }

  /** Pools to a vector and reshapes it to an image of one pixel. */
  Features toPixel(
      String name,
      RankMapping<Image, FeatureVector> pooling,
      String reshapeName,
      Reshape<Image> reshape) {
    Node<Image> pixel = node.then(name, pooling).then(reshapeName, reshape);
    List<Shape> pooled = List.of(Shape.of(shape.get(0), shape.get(CHANNELS)));
    return with(pixel, reshapeName, reshape, pooled);
  }

  Node<FeatureVector> toVector(String name, RankMapping<? super Image, FeatureVector> layer) {
    return node.then(name, layer);
  }

  Node<FeatureVector> toVector(RankMapping<? super Image, FeatureVector> layer) {
    return toVector(names.next(layer), layer);
  }

  Node<Image> node() {
    return node;
  }

  String nameOf(Layer layer) {
    return names.next(layer);
  }

  static Features merge(MultiInput layer, List<Features> inputs) {
    return merge(inputs.get(0).names.next(layer), layer, inputs);
  }

  static Features merge(String name, MultiInput layer, List<Features> inputs) {
    Node<Image> merged = Node.merge(layer, inputs.stream().map(each -> each.node).toList());
    List<Shape> shapes = inputs.stream().map(each -> each.shape).toList();
    return inputs.get(0).with(merged.named(name), name, layer, shapes);
  }

  private Features with(Node<Image> next, String name, Layer layer, List<Shape> shapes) {
    LayerInputs inputs = new LayerInputs(name, layer.typeName(), shapes);
    return new Features(input, next, layer.geometry(inputs).outputs().get(0), names);
  }

  /**
   * Returns the padding before a convolution with a stride of 2 that aligns it as in TensorFlow.
   *
   * <p>Source: {@code correct_pad} in {@code keras/src/applications/imagenet_utils.py}, Keras 3.15.
   */
  ZeroPadding2D paddingFor(int kernelSize) {
    int half = kernelSize / 2;
    return ZeroPadding2D.of(half - lead(HEIGHT), half, half - lead(WIDTH), half);
  }

  private int lead(int axis) {
    long size = shape.get(axis);
    return Sizes.isKnown(size) && size % 2 == 1 ? 0 : 1;
  }
}
