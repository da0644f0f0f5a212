package io.rhyton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rhyton.error.SpecException;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.shape.FeatureVector;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Models that call the next one twice, which doubles the calls of layers at each level. */
class NestedCallsTest {
  @Test
  void nestedModelsThatAreCalledTwiceAreResolvedQuickly() {
    // Resolving each call would take minutes: there are 98,303.
    ModelSpec spec =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> calledTwiceAtEachLevel(15));
    assertThat(spec.resolve().outputShape().asArray()).containsExactly(-1, 3);
    assertThat(spec.resolve().weights()).hasSize(2);
  }

  @Test
  void aModelOfTooManyCallsIsRejected() {
    assertThatThrownBy(() -> calledTwiceAtEachLevel(16))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "Model 'level16': expected at most 100000 calls of layers, with those of nested models,"
                + " got 196607. Call nested models less often, or set the system property"
                + " io.rhyton.maxLayerCalls.");
  }

  private static ModelSpec calledTwiceAtEachLevel(int levels) {
    Node<FeatureVector> features = Functional.vector(3);
    ModelSpec spec = Functional.build("level0", features, features.then(Dense.of(3)));
    for (int level = 1; level <= levels; level++) {
      Node<FeatureVector> input = Functional.vector(3);
      NestedModel<FeatureVector> inner = NestedModel.vector(spec);
      Node<FeatureVector> once = input.then("inner", inner);
      spec = Functional.build("level" + level, input, once.again(once));
    }
    return spec;
  }
}
