package io.rhyton.keras.codec;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.layer;
import static io.rhyton.keras.ConfigTexts.layerOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.layer.Cropping2D;
import io.rhyton.model.layer.UpSampling2D;
import io.rhyton.model.layer.ZeroPadding2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReshapingCodecsTest {

  @Test
  void paddingIsReadInEveryForm() {
    assertThat(layerOf("ZeroPadding2D", "\"padding\": 2")).isEqualTo(ZeroPadding2D.of(2));
    assertThat(layerOf("ZeroPadding2D", "\"padding\": [1, 2]")).isEqualTo(ZeroPadding2D.of(1, 2));
    assertThat(layerOf("ZeroPadding2D", "\"padding\": [[1, 2], [3, 4]]"))
        .isEqualTo(ZeroPadding2D.of(1, 2, 3, 4));
    assertThat(layerOf("ZeroPadding2D", "")).isEqualTo(ZeroPadding2D.of());
    assertThat(layerOf("Cropping2D", "\"cropping\": [[0, 1], 2]"))
        .isEqualTo(Cropping2D.of(0, 1, 2, 2));
  }

  @Test
  void oneFactorAppliesToBothDirections() {
    assertThat(layerOf("UpSampling2D", "\"size\": 3")).isEqualTo(UpSampling2D.of(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ZeroPadding2D | "padding": [1, 2, 3]         | expected two elements, got [1, 2, 3]
          ZeroPadding2D | "padding": "same"            | expected a 32-bit integer, got 'same'
          Reshape       | "target_shape": [-1, 0]      | targetShape must have sizes > 0, and -1 at most once, got [-1, 0]
          Permute       | "dims": [2, 2, 1]            | dims must be a permutation of [1, 2, 3], got [2, 2, 1]
          Dot           | "axes": [1, 2, 3]            | axes must contain one or two axes other than the batch, 0, got [1, 2, 3]
          UpSampling2D  | "interpolation": "area"      | expected 'nearest' or 'bilinear' or 'bicubic' or 'lanczos3' or 'lanczos5', got 'area'
          """)
  void unsupportedOptionsAreReported(String className, String options, String reason) {
    assertThat(findings(chain(layer(className, "tested", options))))
        .anyMatch(finding -> finding.endsWith(": " + reason));
  }
}
