package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.LayerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.graph.ActivationGradient;
import io.rhyton.model.layer.ActivationFunction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.buffer.DataBuffers;

/**
 * Activation functions at kinks and where they overflow or lose precision, compared value by value.
 */
class ActivationGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("activations");

  @Test
  void everyFunctionHasACase() {
    assertThat(Arrays.stream(ActivationFunction.values()).map(LayerCases::name))
        .containsExactlyElementsOf(Golden.names(GOLDEN));
  }

  @ParameterizedTest
  @EnumSource
  void valuesAndGradientsMatchKeras(ActivationFunction function) {
    JsonNode golden = GOLDEN.get(LayerCases.name(function));
    ActivationGradient slope =
        ActivationGradient.of(
            function, Golden.array(golden.get("inputs")), Golden.array(golden.get("shares")));
    assertClose(function + " in training", slope.trained(), golden.get("outputs"));
    assertClose(function + " in inference", slope.predicted(), golden.get("outputs"));
    assertClose(function + ", slope", slope.slopes(), golden.get("slopes"));
  }

  private static void assertClose(String what, FloatNdArray array, JsonNode golden) {
    float[] expected = Golden.values(golden);
    float[] actual = new float[expected.length];
    array.copyTo(DataBuffers.of(actual, false, false));
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("%s: difference of %s from %s at %s", what, actual[i], expected[i], i)
          .isLessThanOrEqualTo(1e-6f + 1e-5f * Math.abs(expected[i]));
    }
  }
}
