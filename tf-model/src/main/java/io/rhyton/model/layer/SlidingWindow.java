package io.rhyton.model.layer;

import org.tensorflow.ndarray.Shape;

/** A window that moves over an image: what it makes of a height and a width. */
record SlidingWindow(Size2D size, Size2D strides, Padding padding) {

  Shape over(LayerInputs inputs, long channels) {
    Shape image = inputs.image();
    long height = outputSize(image.get(1), size.height(), strides.height());
    long width = outputSize(image.get(2), size.width(), strides.width());
    if (height < 1 || width < 1) {
      throw inputs.mismatch(
          "an image of " + size + " pixels or more",
          ShapeText.of(image),
          "Use padding(SAME), a smaller window, or fewer pooling layers before it.");
    }
    return Shape.of(image.get(0), height, width, channels);
  }

  private long outputSize(long input, int window, int stride) {
    return padding == Padding.SAME
        ? -Math.floorDiv(-input, stride)
        : Math.floorDiv(input - window, stride) + 1;
  }
}
