package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.Flatten;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.SGD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indices outside of an embedding are rejected before they reach TensorFlow. */
class EmbeddingInputsTest {
  private static final ModelSpec TABLE =
      Sequential.indices(2)
          .add(Embedding.of(5, 3))
          .add(Flatten.of())
          .add(Dense.of(2))
          .build("table");

  private static final ModelSpec WITHIN =
      Sequential.indices(2).add(NestedModel.vector(TABLE)).build("within");

  @Test
  void everyRowCanBeLookedUp() {
    try (Model model = compiled(TABLE)) {
      assertThat(model.predict(new float[] {0, 4})).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 5, 0.5f, Float.NaN})
  void oneSampleWithAnotherIndexIsRejected(float number) {
    try (Model model = compiled(TABLE)) {
      assertThatThrownBy(() -> model.predict(new float[] {0, number}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Model 'table' takes indices from 0 to 4, got " + number);
    }
  }

  @Test
  void dataWithAnotherIndexIsRejected() {
    Dataset data = Dataset.vectors(new float[][] {{0, 1}, {2, 5}}, new float[][] {{1, 0}, {0, 1}});
    try (Model model = compiled(WITHIN)) {
      assertThatThrownBy(() -> model.trainOnBatch(data))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Model 'within': expected indices from 0 to 4, got 5.0 in sample 1. "
                  + "Set a larger inputDim in the Embedding, or correct the indices.");
    }
  }

  @MustBeClosed
  private static Model compiled(ModelSpec spec) {
    return Model.compile(spec, SGD.of(0.1), MeanSquaredError.of());
  }
}
