package io.rhyton.golden;

import static io.rhyton.golden.parity.Aspect.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.cases.CompiledCase;
import io.rhyton.golden.cases.InitializerCases;
import io.rhyton.golden.file.Golden;
import io.rhyton.golden.parity.Ledger;
import io.rhyton.model.Functional;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Node;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Conv2D;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.GlobalAveragePooling2D;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.shape.Sequence;
import io.rhyton.model.weight.GlorotUniform;
import io.rhyton.model.weight.Initializer;
import io.rhyton.model.weight.Orthogonal;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.Model;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Bit for bit, except for orthogonal weights: QR factors differ between TensorFlow versions. */
class InitializerGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("initializers");
  private static final Map<String, Initializer> CASES = InitializerCases.all();

  @RegisterExtension private static final Ledger LEDGER = Ledger.of("Initializers", cases(), START);

  static List<String> cases() {
    return Golden.names(GOLDEN);
  }

  @Test
  void everyInitializerHasAGoldenCase() {
    assertThat(cases().stream().map(InitializerGoldenTest::withoutShape).distinct())
        .containsExactlyInAnyOrderElementsOf(CASES.keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void initialWeightsMatchKeras(String name) {
    JsonNode expected = GOLDEN.get(name);
    Initializer initializer = Golden.required(CASES, withoutShape(name));
    Shape shape = Golden.shape(expected);
    try (Model model =
        Model.compile(model(shape, initializer), CompiledCase.OPTIMIZER, MeanSquaredError.of())) {
      String weight = shape.numDimensions() == 1 ? "layer/bias" : "layer/kernel";
      float[] values = model.weights().values(weight);
      LEDGER.row(name).assertClose(START, weight, values, Golden.values(expected));
      if (!(initializer instanceof Orthogonal)) {
        assertThat(values).containsExactly(Golden.values(expected));
      }
    }
  }

  @Test
  void theBiasOfTheForgetGateIsInitializedToOnes() {
    assertThat(
            starts(Sequential.sequence(2, 3).add("layer", LSTM.of(2)).build("m"))
                .values("layer/bias"))
        .containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
  }

  @Test
  void attentionKernelsAreInitializedLikeDenseKernels() {
    GlorotUniform initializer = GlorotUniform.of().seed(7);
    Node<Sequence> sequence = Functional.sequence(2, 3);
    Node<Sequence> attended =
        MultiHeadAttention.of(2, 4)
            .kernelInitializer(initializer)
            .on(sequence, sequence)
            .named("layer");
    Weights weights = starts(Functional.build("m", sequence, attended.then(Flatten.of())));
    assertThat(weights.values("layer/query/kernel")).containsExactly(dense(initializer, 3, 8));
    assertThat(weights.values("layer/attention_output/kernel"))
        .containsExactly(dense(initializer, 8, 3));
  }

  private static float[] dense(Initializer initializer, int from, int to) {
    return starts(
            Sequential.vector(from)
                .add("layer", Dense.of(to).kernelInitializer(initializer))
                .build("m"))
        .values("layer/kernel");
  }

  private static Weights starts(ModelSpec spec) {
    try (Model model = Model.compile(spec, CompiledCase.OPTIMIZER, MeanSquaredError.of())) {
      return model.weights();
    }
  }

  private static String withoutShape(String name) {
    return name.substring(0, name.lastIndexOf(' '));
  }

  /** A model with a weight of that shape. */
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
