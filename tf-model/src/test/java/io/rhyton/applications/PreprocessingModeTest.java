package io.rhyton.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The expected values are those of Keras 3.15.1, printed with all digits of float32. */
class PreprocessingModeTest {
  private static final float[] PIXELS = {0, 100, 255, 17.5f, 128, 1};

  @Test
  void valuesAreThoseOfKeras() {
    assertThat(Applications.mobileNetV2().preprocessInput(PIXELS))
        .containsExactly(-1.0f, -0.21568626f, 1.0f, -0.8627451f, 0.003921628f, -0.99215686f);
    assertThat(Applications.denseNet121().preprocessInput(PIXELS))
        .containsExactly(-2.117904f, -0.28501397f, 2.64f, -1.8182209f, 0.2051822f, -1.7870152f);
    assertThat(Applications.resNet50().preprocessInput(PIXELS))
        .containsExactly(151.061f, -16.779f, -123.68f, -102.939f, 11.221001f, -106.18f);
    assertThat(Applications.efficientNetB0().preprocessInput(PIXELS)).containsExactly(PIXELS);
  }

  @Test
  void everyPixelIsWhole() {
    assertThatThrownBy(() -> PreprocessingMode.CAFFE.preprocess(new float[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pixels must have 3 values each, got 7 values");
    assertThat(PreprocessingMode.TF.preprocess(new float[7])).hasSize(7);
  }
}
