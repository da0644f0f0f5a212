package io.rhyton.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rhyton.golden.file.Golden;
import io.rhyton.graph.TrainingOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.weight.Weights;
import org.junit.jupiter.api.Test;

/** Dropout with a seed drops the same values as in Keras in every step. */
class DropoutGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("dropout");
  private static final Dropout FIRST = Dropout.of(0.4).seed(1337);
  private static final Dropout SECOND = Dropout.of(0.25).seed((1L << 31) + 5);

  @Test
  void valuesOfVectorsAreDroppedAsInKeras() {
    assertSameSteps("vector", Sequential.vector(12).add(FIRST).add(SECOND).build("golden"));
  }

  @Test
  void valuesOfImagesAreDroppedAsInKeras() {
    assertSameSteps("image", Sequential.image(3, 2, 3).add(FIRST).add(SECOND).build("golden"));
  }

  private static void assertSameSteps(String name, ModelSpec model) {
    JsonNode golden = GOLDEN.get(name);
    JsonNode steps = golden.get("steps");
    for (int step = 0; step < steps.size(); step++) {
      float[] output =
          TrainingOutput.of(
              model, Weights.builder().build(), Golden.array(golden.get("inputs")), step);
      assertThat(output)
          .as("%s, step %s", name, step)
          // A dropped value may be -0 where it is 0 in Keras; no other difference is allowed.
          .usingComparatorWithPrecision(0f)
          .containsExactly(Golden.values(steps.get(step)));
    }
  }
}
