package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.training.MeanSquaredError;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.HeNormal;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Ones;
import io.rhyton.model.weight.Zeros;
import io.rhyton.training.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

class InitializerGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("initializers");

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsAreThoseOfKerasBitForBit(String name) {
    JsonNode golden = GOLDEN.get(name);
    JsonNode expected = golden.get("values");
    Initializer initializer =
        initializer(golden.get("initializer").textValue(), golden.path("seed").longValue());
    Shape shape = Golden.shape(expected);
    try (Model model =
        Model.compile(model(shape, initializer), Gradients.OPTIMIZER, MeanSquaredError.of())) {
      String weight = shape.numDimensions() == 1 ? "layer/bias" : "layer/kernel";
      assertThat(model.weights().values(weight)).containsExactly(Golden.values(expected));
    }
  }

  /** The names of the types that have a case. */
  static Stream<String> initializers() {
    return GOLDEN.valueStream().map(golden -> golden.get("initializer").textValue());
  }

  private static Initializer initializer(String name, long seed) {
    return switch (name) {
      case "GlorotUniform" -> GlorotUniform.of().seed(seed);
      case "HeNormal" -> HeNormal.of().seed(seed);
      case "Ones" -> Ones.of();
      case "Zeros" -> Zeros.of();
      default -> throw new IllegalArgumentException("no initializer '" + name + "'");
    };
  }

  /** A model with one weight of that shape. */
  private static ModelSpec model(Shape shape, Initializer initializer) {
    int first = (int) shape.get(0);
    int last = (int) shape.get(shape.numDimensions() - 1);
    return switch (shape.numDimensions()) {
      case 1 ->
          Sequential.vector(2)
              .add("layer", Dense.of(last).biasInitializer(initializer))
              .build("golden");
      case 2 ->
          Sequential.vector(first)
              .add("layer", Dense.of(last).kernelInitializer(initializer))
              .build("golden");
      default ->
          Sequential.image(5, 5, (int) shape.get(2))
              .add(
                  "layer",
                  Conv2D.of(last, first, (int) shape.get(1)).kernelInitializer(initializer))
              .add(GlobalAveragePooling2D.of())
              .build("golden");
    };
  }
}
