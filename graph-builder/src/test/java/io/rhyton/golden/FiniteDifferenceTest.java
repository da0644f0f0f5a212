package io.rhyton.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient of every layer and loss is the slope of the loss in training, whatever TensorFlow
 * and Keras say: TensorFlow's C++ gradients are not those of its Python, and some are wrong.
 */
class FiniteDifferenceTest {
  private static final Pattern WITH_EDGES =
      Pattern.compile("max_pooling|maximum|minimum|re_?lu|hard_|shrink|sparse_");

  private static final JsonNode LAYERS = LayerCases.golden();
  private static final JsonNode LOSSES = Golden.read("losses", "more_losses");
  private static final Pattern WITHOUT_SLOPE =
      Pattern.compile("extreme|probabilities|ties|hinge|percentage|logarithmic|clipped");

  static Stream<String> layers() {
    return LayerCases.all().keySet().stream();
  }

  /** Without those whose outputs are so large or so near an edge that float32 shows no slope. */
  static Stream<String> losses() {
    return LossCases.all().keySet().stream().filter(name -> !WITHOUT_SLOPE.matcher(name).find());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void gradientOfLayerIsTheSlopeOfTheLoss(String name) {
    assertSlope(
        name,
        CompiledCase.of(Golden.required(LayerCases.all(), name), MeanSquaredError.of()),
        LAYERS.get(name));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientOfLossIsItsSlope(String name) {
    assertSlope(name, Golden.required(LossCases.all(), name), LOSSES.get(name));
  }

  private static void assertSlope(String name, CompiledCase model, JsonNode golden) {
    Weights start = Golden.weights(golden.get("start"));
    JsonNode gradients = golden.get("gradients");
    List<String> trainable =
        Golden.names(gradients).stream()
            .filter(weight -> !Gradients.isZero(gradients, weight))
            .toList();
    Slopes.assertAreGradients(
        name,
        model,
        GoldenData.of(golden, model),
        start,
        trainable,
        WITH_EDGES.matcher(name).find() ? Slopes.NEAR : Slopes.FAR);
  }
}
