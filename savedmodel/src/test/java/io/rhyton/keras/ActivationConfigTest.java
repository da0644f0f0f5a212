package io.rhyton.keras;

import static io.rhyton.keras.ConfigTexts.chain;
import static io.rhyton.keras.ConfigTexts.findings;
import static io.rhyton.keras.ConfigTexts.layer;
import static io.rhyton.keras.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.rhyton.model.LayerSpec;
import io.rhyton.model.layer.Activation;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.layer.ELU;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.LeakyReLU;
import io.rhyton.model.layer.Normalization;
import io.rhyton.model.layer.PReLU;
import io.rhyton.model.layer.ReLU;
import io.rhyton.model.layer.Softmax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activation functions and layers as named by the versions of Keras. */
class ActivationConfigTest {
  private static final String HARD_SIGMOID =
      layer("Activation", "a", "\"activation\": \"hard_sigmoid\"");
  private static final String CHANGED =
      "config.layers[1].config.activation of 'a' (Activation): in Keras 2 hard_sigmoid is"
          + " 0.2 · x + 0.5, clipped to [0, 1]; Rhyton supports only the function of this name in"
          + " Keras 3";

  @ParameterizedTest
  @CsvSource({
    "swish, SILU",
    "silu, SILU",
    "hard_swish, HARD_SILU",
    "softmax_v2, SOFTMAX",
    "log_softmax, LOG_SOFTMAX"
  })
  void aliasesOfFunctionsAreRead(String name, ActivationFunction function) {
    assertThat(lastLayer(layer("Activation", "a", "\"activation\": \"" + name + "\"")))
        .isEqualTo(Activation.of(function));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sparsemax | 'sparsemax': Keras's function of this name is not sparsemax",
        "threshold | 'threshold', which Keras cannot call by its name"
      })
  void anUnsupportedFunctionIsReportedWithTheReason(String name, String reason) {
    assertThat(findings(chain(layer("Activation", "a", "\"activation\": \"" + name + "\""))))
        .containsExactly(
            "config.layers[1].config.activation of 'a' (Activation): Rhyton has no activation"
                + " function "
                + reason);
  }

  @Test
  void hardSigmoidIsReadFromKeras3AndRejectedFromKeras2WhereItDiffers() {
    assertThat(lastLayer(HARD_SIGMOID)).isEqualTo(Activation.of(ActivationFunction.HARD_SIGMOID));
    assertThat(findings(chain(HARD_SIGMOID).replace("batch_shape", "batch_input_shape")))
        .containsExactly(CHANGED);
  }

  @Test
  void valuesThatKeras2StoredAsFloat32AreThoseOfTheUser() {
    assertThat(lastLayer(layer("LeakyReLU", "l", "\"alpha\": 0.20000000298023224")))
        .isEqualTo(LeakyReLU.of().negativeSlope(0.2));
    assertThat(
            lastLayer(
                layer(
                    "ReLU",
                    "r",
                    "\"max_value\": 6.0, \"negative_slope\": 0.10000000149011612,"
                        + " \"threshold\": 0.0")))
        .isEqualTo(ReLU.of().maxValue(6).negativeSlope(0.1));
  }

  @Test
  void missingOptionsHaveTheDefaultsOfKeras() {
    assertThat(lastLayer(layer("ReLU", "r", "\"max_value\": null"))).isEqualTo(ReLU.of());
    assertThat(lastLayer(layer("ELU", "e", ""))).isEqualTo(ELU.of());
    assertThat(lastLayer(layer("LeakyReLU", "l", ""))).isEqualTo(LeakyReLU.of());
    assertThat(lastLayer(layer("PReLU", "p", "\"shared_axes\": null"))).isEqualTo(PReLU.of());
    assertThat(lastLayer(layer("Softmax", "s", ""))).isEqualTo(Softmax.of());
    assertThat(lastLayer(layer("Normalization", "n", ""))).isEqualTo(Normalization.of());
  }

  @Test
  void aNullAxisIsASingleMeanForNormalizationAndRejectedForSoftmax() {
    assertThat(
            lastLayer(layer("Normalization", "n", "\"axis\": null, \"mean\": 2, \"variance\": 4")))
        .isEqualTo(Normalization.of().axis(List.of()).mean(2).variance(4));
    assertThat(findings(chain(layer("Softmax", "s", "\"axis\": null"))))
        .containsExactly(
            "config.layers[1].config.axis of 's' (Softmax): expected an axis other than the"
                + " batch axis, got null, which includes it");
  }

  @Test
  void rmsScalingIsRejected() {
    assertThat(findings(chain(layer("LayerNormalization", "l", "\"rms_scaling\": true"))))
        .containsExactly(
            "config.layers[1].config.rms_scaling of 'l' (LayerNormalization): Rhyton has no such"
                + " option, got true");
  }

  private static Layer lastLayer(String layer) {
    List<LayerSpec> layers = read(chain(layer)).model().layers();
    return layers.get(layers.size() - 1).layer();
  }
}
