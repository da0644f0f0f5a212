package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.history.History;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.Sequential;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.layer.BatchNormalization;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.objective.MeanAbsoluteError;
import io.rhyton.model.objective.MeanSquaredError;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.shape.FeatureVector;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.fit.Fit;
import io.rhyton.training.progress.Progress;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class TransferTest {
  private static final ModelSpec TRAINED =
      Sequential.vector(3)
          .add(Dense.of(4))
          .add(BatchNormalization.of())
          .add(Dense.of(2))
          .build("trained");
  private static final ModelSpec BODY = TRAINED.upTo("batch_normalization");
  private static final ModelSpec NEW =
      Sequential.from(BODY.freeze(), FeatureVector.class).add("head", Dense.of(1)).build("new");
  private static final Dataset DATA =
      Dataset.vectors(new float[][] {{1, 2, 3}, {-1, 0, 1}}, new float[][] {{1}, {0}});
  private static final Fit FIT = Fit.epochs(2).progress(Progress.NONE);

  @MustBeClosed
  private static Model compile(ModelSpec spec, long seed) {
    return Model.compile(
        spec,
        CompileSpec.of(Adam.of(0.01), MeanSquaredError.of(), MeanAbsoluteError.of()),
        Execution.defaults().seed(seed));
  }

  private static Weights trained() {
    try (Model model = compile(TRAINED, 1)) {
      return model.weights();
    }
  }

  @Test
  void theWeightsOfAPartAreTransferredAndTheOthersKept() {
    try (Model model = compile(NEW, 2)) {
      Weights before = model.weights();
      Weights trained = trained();
      model.loadWeights(BODY, trained);
      Weights after = model.weights();
      for (String name : after.names()) {
        Weights expected = name.startsWith("head/") ? before : trained;
        assertThat(after.values(name)).as(name).isEqualTo(expected.values(name));
      }
      assertThat(after.values("dense/kernel")).isNotEqualTo(before.values("dense/kernel"));
    }
  }

  @Test
  void theWeightsOfANestedModelAreTransferredUnderItsName() {
    ModelSpec spec =
        Sequential.vector(3)
            .add("base", NestedModel.vector(BODY))
            .add("head", Dense.of(1))
            .build("new");
    try (Model model = compile(spec, 2)) {
      model.loadWeights("base", trained());
      assertThat(model.weights().values("base/dense/kernel"))
          .isEqualTo(trained().values("dense/kernel"));
      assertThatThrownBy(() -> model.loadWeights("head", trained()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("layer 'head' is not a nested model, but a Dense");
      assertThatThrownBy(() -> model.loadWeights("bas", trained()))
          .hasMessageStartingWith(
              "model 'new' has no layer named 'bas'; the closest names are [base,");
    }
  }

  @Test
  void frozenLayersAreUnchangedAndTheHeadIsTrained() {
    try (Model model = compile(NEW, 2)) {
      model.loadWeights(BODY, trained());
      Weights before = model.weights();
      model.fit(DATA, FIT);
      Weights after = model.weights();
      for (String name : after.names()) {
        if (name.startsWith("head/")) {
          assertThat(after.values(name)).as(name).isNotEqualTo(before.values(name));
        } else {
          assertThat(after.values(name)).as(name).isEqualTo(before.values(name));
        }
      }
    }
  }

  @Test
  void recompilingKeepsTheWeightsAndResetsTheOptimizer() {
    try (Model head = compile(NEW, 2)) {
      head.fit(DATA, FIT);
      try (Model all = head.recompile(NEW.unfreeze(), SGD.of(0.001))) {
        assertThat(all.weights()).isEqualTo(head.weights());
        assertThat(all.optimizerState().iteration()).isZero();
        assertThat(all.seed()).isEqualTo(head.seed());
        History history = all.fit(DATA, FIT);
        assertThat(history.metrics()).contains("mean_absolute_error");
        assertThat(all.weights().values("dense/kernel"))
            .isNotEqualTo(head.weights().values("dense/kernel"));
      }
      assertThat(head.optimizerState().iteration()).isEqualTo(2);
    }
  }

  @Test
  void recompilingWithOtherWeightsIsRejected() {
    try (Model head = compile(NEW, 2)) {
      assertThatThrownBy(() -> head.recompile(TRAINED, SGD.of(0.1)).close())
          .isInstanceOf(SpecException.class)
          .hasMessage(
              "Weight 'dense_1/kernel': expected [4, 2], got no weight of that name. Pass the"
                  + " weights of this model.");
    }
  }

  @Test
  void weightsThatDoNotFitAreRejectedAndNothingIsLoaded() {
    ModelSpec wider = Sequential.vector(3).add(Dense.of(5)).build("wider");
    try (Model model = compile(NEW, 2)) {
      Weights before = model.weights();
      assertThatThrownBy(() -> model.loadWeights(wider, trained()))
          .isInstanceOf(SpecException.class)
          .hasMessage(
              "Weight 'dense/kernel': expected [3, 5], got [3, 4]. Pass the weights of this"
                  + " model.");
      assertThatThrownBy(() -> model.loadWeights(TRAINED, trained()))
          .isInstanceOf(SpecException.class)
          .hasMessage(
              "Weight 'dense_1/kernel': expected shape [4, 2] in the model, too, got no weight of"
                  + " that name. Build the model on this part, or pass the part that both have in"
                  + " common.");
      Weights other =
          Weights.builder()
              .add("dense/kernel", Shape.of(3, 5), new float[15])
              .add("dense/bias", Shape.of(5), new float[5])
              .build();
      assertThatThrownBy(() -> model.loadWeights(wider, other))
          .hasMessageStartingWith(
              "Weight 'dense/kernel': expected shape [3, 5] in the model, too, got [3, 4].");
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void aFullyFrozenModelIsNotTrained() {
    try (Model model = compile(NEW.freeze("head"), 2)) {
      String message =
          "Model 'new': expected a trainable layer, got none: all layers with weights are frozen."
              + " Unfreeze some: model.recompile(spec.unfreeze(\"dense\"), optimizer).";
      assertThatThrownBy(() -> model.fit(DATA, FIT))
          .isInstanceOf(SpecException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> model.trainOnBatch(DATA)).hasMessage(message);
      assertThat(model.evaluate(DATA).loss()).isPositive();
    }
  }
}
