package io.rhyton.keras;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.layer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Options of Keras that Rhyton does not support are reported where they are set. Those of sequence
 * layers are in {@link SequenceConfigTest}.
 */
class RefusedOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          AveragePooling2D       | "pool_size": 2            | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          Conv2DTranspose        | "filters": 1, "kernel_size": 1 | data_format     | "channels_first" | expected 'channels_last', got 'channels_first'
          Cropping2D             |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          DepthwiseConv2D        | "kernel_size": 1          | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          Flatten                |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          GlobalAveragePooling2D |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          GlobalMaxPooling2D     |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          MaxPooling2D           | "pool_size": 2            | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          SeparableConv2D        | "filters": 1, "kernel_size": 1 | data_format     | "channels_first" | expected 'channels_last', got 'channels_first'
          SpatialDropout2D       | "rate": 0.5               | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          UpSampling2D           |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          ZeroPadding2D          |                           | data_format          | "channels_first" | expected 'channels_last', got 'channels_first'
          BatchNormalization     |                           | renorm               | true             | Rhyton has no such option, got true
          BatchNormalization     |                           | synchronized         | true             | Rhyton has no such option, got true
          LayerNormalization     |                           | rms_scaling          | true             | Rhyton has no such option, got true
          Dense                  | "units": 1                | lora_rank            | 4                | Rhyton has no such option, got 4
          SimpleRNN              | "units": 1                | activity_regularizer | "l2"             | Rhyton has no such option, got 'l2'
          MultiHeadAttention     | "num_heads": 1, "key_dim": 1 | attention_axes    | [1, 2]           | expected 1, got [1, 2]
          MultiHeadAttention     | "num_heads": 1, "key_dim": 1 | output_shape      | 4                | Rhyton has no such option, got 4
          MultiHeadAttention     | "num_heads": 1, "key_dim": 1 | activity_regularizer | "l2"          | Rhyton has no such option, got 'l2'
          MultiHeadAttention     | "num_heads": 1, "key_dim": 1 | use_gate          | true             | Rhyton has no such option, got true
          MultiHeadAttention     | "num_heads": 1, "key_dim": 1 | sliding_window    | 2                | Rhyton has no such option, got 2
          """)
  void anUnsupportedOptionIsReportedWithItsLayer(
      String className, String needed, String option, String value, String reason) {
    String options = (needed == null ? "" : needed + ", ") + "\"" + option + "\": " + value;
    assertThat(findings(chain(layer(className, "l", options))))
        .containsExactly(
            "config.layers[1].config." + option + " of 'l' (" + className + "): " + reason);
  }
}
