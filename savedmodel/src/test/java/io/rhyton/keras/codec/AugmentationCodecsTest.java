package io.rhyton.keras.codec;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.layer;
import static io.rhyton.keras.ConfigTexts.layerOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.keras.GoldenConfigs;
import io.rhyton.keras.model.ConfigWriter;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.FillMode;
import io.rhyton.model.layer.RandomBrightness;
import io.rhyton.model.layer.RandomContrast;
import io.rhyton.model.layer.RandomFlip;
import io.rhyton.model.layer.RandomRotation;
import io.rhyton.model.layer.RandomTranslation;
import io.rhyton.model.layer.RandomZoom;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.RankPreserving;
import io.rhyton.model.layer.Rescaling;
import io.rhyton.model.layer.Resizing;
import io.rhyton.model.shape.Image;
import io.rhyton.model.shape.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationCodecsTest {

  @Test
  void oneNumberAppliesToBothDirections() {
    assertThat(layerOf("RandomRotation", "\"factor\": 0.25")).isEqualTo(RandomRotation.of(0.25));
    assertThat(layerOf("RandomRotation", "\"factor\": 0")).isEqualTo(RandomRotation.of(0));
    assertThat(layerOf("RandomZoom", "\"height_factor\": -0.5")).isEqualTo(RandomZoom.of(0.5));
    assertThat(layerOf("RandomZoom", "\"height_factor\": 0.5, \"width_factor\": 0.25"))
        .isEqualTo(RandomZoom.of(0.5, 0.25));
    assertThat(layerOf("RandomTranslation", "\"height_factor\": 0.5, \"width_factor\": 1"))
        .isEqualTo(RandomTranslation.of(0.5, 1));
    assertThat(layerOf("RandomBrightness", "\"factor\": 0.5")).isEqualTo(RandomBrightness.of(0.5));
  }

  @Test
  void oneNumberOnlyIncreasesContrast() {
    assertThat(layerOf("RandomContrast", "\"factor\": 0.5")).isEqualTo(RandomContrast.of(0, 0.5));
  }

  @Test
  void twoNumbersAreReadInAnyOrder() {
    assertThat(layerOf("RandomContrast", "\"factor\": [0.5, 0.25], \"value_range\": [0, 1]"))
        .isEqualTo(RandomContrast.of(0.25, 0.5).valueRange(0, 1));
    assertThat(
            layerOf("RandomZoom", "\"height_factor\": [0.5, -0.25], \"fill_mode\": \"constant\""))
        .isEqualTo(RandomZoom.of(Interval.of(-0.25, 0.5)).fillMode(FillMode.CONSTANT));
  }

  /** Keras writes a NumPy array as an object; every version reads lists. */
  @Test
  void aRescalingHasANumberOrAListOrAnArray() {
    String array = "{\"class_name\": \"__numpy__\", \"config\": {\"value\": [1, 2, 3]}}";
    Rescaling rescaling = Rescaling.of(1, 2, 3).offset(0.5, 0, -1);
    assertThat(layerOf("Rescaling", "\"scale\": [1, 2, 3], \"offset\": [0.5, 0, -1]"))
        .isEqualTo(rescaling);
    assertThat(layerOf("Rescaling", "\"offset\": [0.5, 0, -1], \"scale\": " + array))
        .isEqualTo(rescaling);
    assertThat(layerOf("Rescaling", "\"scale\": 2")).isEqualTo(Rescaling.of(2));
    assertThat(written(rescaling).get("scale").toString()).isEqualTo("[1.0,2.0,3.0]");
    assertThat(written(Rescaling.of(2)).get("scale").toString()).isEqualTo("2.0");
  }

  @Test
  void optionsThatDoNotAffectImagesAreIgnored() {
    assertThat(layerOf("RandomRotation", "\"factor\": 0.25, \"value_range\": [0, 255]"))
        .isEqualTo(RandomRotation.of(0.25));
    assertThat(layerOf("RandomFlip", "\"bounding_box_format\": \"xyxy\""))
        .isEqualTo(RandomFlip.of());
    assertThat(layerOf("RandomFlip", "\"rng_type\": \"stateful\"")).isEqualTo(RandomFlip.of());
  }

  /** Keras 3.3 rejects layers with unknown keys. */
  @Test
  void newKeysAreWrittenOnlyIfTheyAreSet() {
    assertThat(written(RandomContrast.of(0.5)).has("value_range")).isFalse();
    assertThat(written(RandomContrast.of(0.5).valueRange(0, 1)).has("value_range")).isTrue();
    assertThat(written(Resizing.of(2, 2)).has("antialias")).isFalse();
    assertThat(written(Resizing.of(2, 2).antialias(true)).has("antialias")).isTrue();
    assertThat(written(RandomFlip.of()).has("data_format")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Rescaling         | "scale": "much"                             | expected a finite number, got 'much'
          RandomRotation    | "factor": "much"                            | expected a finite number, got 'much'
          RandomRotation    | "factor": [1, 2, 3]                         | expected two numbers, got [1, 2, 3]
          RandomRotation    | "factor": 2                                 | factor must be >= -1.0 and <= 1.0, got -1.0 to 2.0
          RandomRotation    | "factor": 0.1, "interpolation": "bicubic"   | interpolation must be NEAREST or BILINEAR, got BICUBIC
          RandomZoom        | "height_factor": 0.1, "fill_mode": "mirror" | expected 'constant' or 'nearest' or 'reflect' or 'wrap', got 'mirror'
          RandomTranslation | "height_factor": 0.5                        | expected a finite number, got nothing
          RandomContrast    | "factor": 0.5, "value_range": 255           | expected a list, got 255
          RandomFlip        | "data_format": "channels_first"             | expected 'channels_last', got 'channels_first'
          Resizing          | "height": 2, "width": 2, "fill_mode": "wrap"        | expected 'constant', got 'wrap'
          Resizing          | "height": 2, "width": 2, "interpolation": "area"    | expected 'nearest' or 'bilinear' or 'bicubic' or 'lanczos3' or 'lanczos5', got 'area'
          CenterCrop        | "height": 0, "width": 2                             | height must be > 0, got 0
          """)
  void unsupportedOptionsAreReported(String className, String options, String reason) {
    assertThat(findings(chain(layer(className, "tested", options))))
        .anyMatch(finding -> finding.endsWith(": " + reason));
  }

  private static JsonNode written(RankMapping<Image, Image> layer) {
    return options(Sequential.image(4, 4, 3).add(layer));
  }

  private static JsonNode written(RankPreserving layer) {
    return options(Sequential.image(4, 4, 3).add(layer));
  }

  private static JsonNode options(Sequential<Image> layers) {
    byte[] text = ConfigWriter.write(layers.build("model"), null);
    return GoldenConfigs.tree(text).at("/config/layers/1/config");
  }
}
