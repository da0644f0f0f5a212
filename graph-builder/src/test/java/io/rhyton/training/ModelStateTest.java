package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.error.SpecException;
import io.rhyton.execution.Execution;
import io.rhyton.execution.ModelValues;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.model.objective.Accuracy;
import io.rhyton.model.objective.SparseCategoricalCrossentropy;
import io.rhyton.model.optimizer.Adam;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.optimizer.SGD;
import io.rhyton.model.weight.Weights;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.ndarray.Shape;

/** Weights and optimizer state are transferred from one model to another. */
class ModelStateTest {
  private static final Dataset DATA = SmallModels.images(40);
  private static final Optimizer MOMENTUM = SGD.of(0.05).momentum(0.9);

  @MustBeClosed
  private static Model compiled(Optimizer optimizer) {
    return Model.compile(
        SmallModels.spec(),
        CompileSpec.of(optimizer, SparseCategoricalCrossentropy.of(), Accuracy.of()),
        Execution.defaults().seed(5));
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(Adam.of(0.01), MOMENTUM, SGD.of(0.05).momentum(0.9).nesterov(true), SGD.of());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void aModelResumesAnotherOnesTrainingBitForBit(Optimizer optimizer) {
    try (Model first = compiled(optimizer);
        Model second = compiled(optimizer)) {
      train(first, 4);
      second.loadWeights(first.weights());
      second.loadOptimizerState(first.optimizerState());
      train(first, 3);
      train(second, 3);

      assertThat(second.weights()).isEqualTo(first.weights());
      assertThat(second.optimizerState()).isEqualTo(first.optimizerState());
    }
  }

  /** Otherwise the test above could pass without any state. */
  @Test
  void weightsAloneAreNotSufficient() {
    try (Model first = compiled(MOMENTUM);
        Model second = compiled(MOMENTUM)) {
      train(first, 4);
      second.loadWeights(first.weights());
      train(first, 1);
      train(second, 1);

      assertThat(second.weights()).isNotEqualTo(first.weights());
    }
  }

  private static void train(Model model, int steps) {
    for (int i = 0; i < steps; i++) {
      model.trainOnBatch(DATA);
    }
  }

  @Test
  void theStateContainsStepsAndLearningRate() {
    try (Model model = compiled(Adam.of(0.01))) {
      train(model, 3);
      OptimizerState state = model.optimizerState();

      assertThat(state.iteration()).isEqualTo(3);
      assertThat(state.learningRate()).isEqualTo(0.01f);
    }
  }

  @Test
  void aLoadedLearningRateIsUsed() {
    try (Model model = compiled(SGD.of(0.01))) {
      Weights before = model.weights();
      model.loadOptimizerState(new OptimizerState(9, 0f, Weights.builder().build()));
      train(model, 1);

      assertThat(model.weights().values("dense/kernel")).isEqualTo(before.values("dense/kernel"));
      assertThat(model.optimizerState().iteration()).isEqualTo(10);
    }
  }

  @Test
  void slotVariablesBelongToTrainableWeightsInKerasOrder() {
    try (Model adam = compiled(Adam.of());
        Model momentum = compiled(MOMENTUM);
        Model plain = compiled(SGD.of())) {
      assertThat(adam.optimizerState().slots().names())
          .containsExactly(
              "conv2d/kernel/momentum",
              "conv2d/kernel/velocity",
              "conv2d/bias/momentum",
              "conv2d/bias/velocity",
              "batch_normalization/gamma/momentum",
              "batch_normalization/gamma/velocity",
              "batch_normalization/beta/momentum",
              "batch_normalization/beta/velocity",
              "dense/kernel/momentum",
              "dense/kernel/velocity",
              "dense/bias/momentum",
              "dense/bias/velocity");
      assertThat(adam.optimizerState().slots().shape("conv2d/kernel/velocity"))
          .isEqualTo(Shape.of(3, 3, 1, 4));
      assertThat(momentum.optimizerState().slots().names())
          .hasSize(6)
          .allMatch(name -> name.endsWith("/momentum"));
      assertThat(plain.optimizerState().slots().names()).isEmpty();
    }
  }

  @Test
  void aMissingSlotVariableIsRejectedAndNothingIsReplaced() {
    try (Model adam = compiled(Adam.of());
        Model plain = compiled(SGD.of())) {
      train(adam, 2);
      OptimizerState before = adam.optimizerState();

      assertThatExceptionOfType(SpecException.class)
          .isThrownBy(() -> adam.loadOptimizerState(plain.optimizerState()))
          .withMessage(
              "Optimizer slot 'conv2d/kernel/momentum': expected [3, 3, 1, 4], got no slot of"
                  + " that name. Load the state of the same optimizer on the same model.");
      assertThat(adam.optimizerState()).isEqualTo(before);
    }
  }

  @Test
  void aSlotVariableOfAnotherShapeIsRejectedAndNothingIsReplaced() {
    try (Model model = compiled(MOMENTUM)) {
      train(model, 2);
      OptimizerState before = model.optimizerState();
      Weights.Builder slots = Weights.builder();
      for (String name : before.slots().names()) {
        boolean last = name.equals("dense/bias/momentum");
        Shape shape = last ? Shape.of(3) : before.slots().shape(name);
        slots.add(name, shape, new float[(int) shape.size()]);
      }

      assertThatExceptionOfType(SpecException.class)
          .isThrownBy(() -> model.loadOptimizerState(new OptimizerState(0, 1f, slots.build())))
          .withMessage(
              "Optimizer slot 'dense/bias/momentum': expected [2], got [3]."
                  + " Load the state of the same optimizer on the same model.");
      assertThat(model.optimizerState()).isEqualTo(before);
    }
  }

  @Test
  void aSlotVariableOfAnotherOptimizerIsRejectedAndNothingIsReplaced() {
    try (Model adam = compiled(Adam.of());
        Model momentum = compiled(MOMENTUM)) {
      OptimizerState before = momentum.optimizerState();

      assertThatExceptionOfType(SpecException.class)
          .isThrownBy(() -> momentum.loadOptimizerState(adam.optimizerState()))
          .withMessage(
              "Optimizer slot 'conv2d/kernel/velocity': expected no slot variable of that name,"
                  + " got [3, 3, 1, 4]. Load the state of the same optimizer on the same model.");
      assertThat(momentum.optimizerState()).isEqualTo(before);
    }
  }

  @Test
  void aMissingWeightIsRejectedAndNothingIsReplaced() {
    try (Model model = compiled(MOMENTUM)) {
      Weights before = model.weights();
      Weights.Builder allButTheLast = Weights.builder();
      List<String> names = before.names();
      for (String name : names.subList(0, names.size() - 1)) {
        allButTheLast.add(name, before.shape(name), new float[before.values(name).length]);
      }

      assertThatExceptionOfType(SpecException.class)
          .isThrownBy(() -> model.loadWeights(allButTheLast.build()))
          .withMessage(
              "Weight 'dense/bias': expected [2], got no weight of that name. Pass the weights of"
                  + " this model.");
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void valuesAreReadOneByOne() {
    try (Model model = compiled(Adam.of(0.01))) {
      train(model, 2);
      Weights weights = model.weights();
      OptimizerState state = model.optimizerState();
      List<String> read =
          model.inspect(
              values -> {
                assertThat(values.iteration()).isEqualTo(state.iteration());
                assertThat(values.learningRate()).isEqualTo(state.learningRate());
                values.weightNames().forEach(name -> assertSame(weights, values, name));
                values.slotNames().forEach(name -> assertSame(state.slots(), values, name));
                return Stream.concat(values.weightNames().stream(), values.slotNames().stream())
                    .toList();
              });

      assertThat(read)
          .containsExactlyElementsOf(
              Stream.concat(weights.names().stream(), state.slots().names().stream()).toList());
    }
  }

  private static void assertSame(Weights expected, ModelValues values, String name) {
    assertThat(values.shape(name)).as(name).isEqualTo(expected.shape(name));
    assertThat(values.values(name)).as(name).isEqualTo(expected.values(name));
  }

  @Test
  void anUnknownNameIsRejected() {
    try (Model model = compiled(SGD.of())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.inspect(values -> values.values("dense/kernel/momentum")))
          .withMessage(
              "no variable named 'dense/kernel/momentum'; known are [conv2d/kernel, conv2d/bias,"
                  + " batch_normalization/gamma, batch_normalization/beta,"
                  + " batch_normalization/moving_mean, batch_normalization/moving_variance,"
                  + " dense/kernel, dense/bias] and []");
    }
  }

  @Test
  void valuesCannotBeReadAfterInspect() {
    try (Model model = compiled(SGD.of())) {
      ModelValues kept = model.inspect(values -> values);

      assertThatIllegalStateException()
          .isThrownBy(kept::iteration)
          .withMessage("the values may be read only while inspect runs");
      assertThatIllegalStateException().isThrownBy(() -> kept.values("dense/bias"));
    }
  }

  @Test
  @Timeout(60)
  void weightsAndStateAreConsistentWhileAnotherThreadTrains() {
    try (Model model = compiled(Adam.of(0.001));
        Model other = compiled(Adam.of(0.001))) {
      CompletableFuture<Void> training =
          CompletableFuture.runAsync(() -> model.fit(DATA, SmallModels.fit(30).shuffle(false)));
      Moment moment = null;
      do {
        moment = model.inspect(values -> new Moment(values.weights(), values.optimizerState()));
      } while (moment.state().iteration() < 5 && !training.isDone());
      training.join();
      long missing = model.optimizerState().iteration() - moment.state().iteration();

      other.loadWeights(moment.weights());
      other.loadOptimizerState(moment.state());
      for (long i = 0, step = moment.state().iteration(); i < missing; i++, step++) {
        int batch = (int) (step % 3);
        other.trainOnBatch(DATA.skip(16 * batch).take(Math.min(16, 40 - 16 * batch)));
      }
      assertThat(other.weights()).isEqualTo(model.weights());
      assertThat(other.optimizerState()).isEqualTo(model.optimizerState());
    }
  }

  private record Moment(Weights weights, OptimizerState state) {}
}
