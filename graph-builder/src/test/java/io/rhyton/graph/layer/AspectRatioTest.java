package io.rhyton.graph.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.shape.Border2D;
import io.rhyton.model.shape.Size2D;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

class AspectRatioTest {

  @Test
  void excessPixelsAreCroppedEquallyOnBothSides() {
    AspectRatio wide = new AspectRatio(new Size2D(2, 6), true);
    assertThat(wide.middle(new Size2D(5, 7))).isEqualTo(new ImageWindow(1, 0, new Size2D(2, 7)));
    assertThat(wide.middle(new Size2D(1, 9))).isEqualTo(new ImageWindow(0, 3, new Size2D(1, 3)));
  }

  @Test
  void atLeastOneRowRemains() {
    assertThat(new AspectRatio(new Size2D(1, 9), true).middle(new Size2D(8, 2)))
        .isEqualTo(new ImageWindow(3, 0, new Size2D(1, 2)));
  }

  @Test
  void missingPixelsArePaddedEquallyOnBothSides() {
    assertThat(missing(4, 9)).isEqualTo(new Border2D(2, 2, 0, 0));
    assertThat(missing(4, 1)).isEqualTo(new Border2D(0, 0, 1, 1));
    assertThat(missing(4, 4)).isEqualTo(new Border2D(0, 0, 0, 0));
  }

  /** What images of a size miss to be as wide as they are high. */
  private static Border2D missing(int height, int width) {
    try (Graph graph = new Graph()) {
      Border border =
          new AspectRatio(new Size2D(3, 3), true)
              .missing(Ops.create(graph), Dimension.of(height), Dimension.of(width));
      return new Border2D(
          (int) border.top().known(),
          (int) border.bottom().known(),
          (int) border.left().known(),
          (int) border.right().known());
    }
  }

  /** The height is 4129 in TensorFlow and 4128 in Python. */
  @Test
  void sidesOfALargeImageDependOnTheFloatType() {
    Size2D size = new Size2D(2065, 4129);
    Size2D image = new Size2D(5504, 8256);
    assertThat(new AspectRatio(size, true).middle(image).size()).isEqualTo(new Size2D(4129, 8256));
    assertThat(new AspectRatio(size, false).middle(image).size()).isEqualTo(new Size2D(4128, 8256));
  }
}
