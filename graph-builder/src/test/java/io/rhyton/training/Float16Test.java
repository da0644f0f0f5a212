package io.rhyton.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.data.Dataset;
import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Execution;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.history.Scores;
import io.rhyton.model.optimizer.OptimizerState;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

class Float16Test {
  private static final Dataset IMAGES = SmallModels.images(16);
  private static final Execution FLOAT16 =
      Execution.defaults().dtypePolicy(DTypePolicy.MIXED_FLOAT16);

  @MustBeClosed
  private static Model model() {
    return Model.compile(SmallModels.spec(), SmallModels.COMPILE, FLOAT16.seed(3));
  }

  private static Set<String> opsOfHalf(ComputeDtype computeDtype) {
    Set<String> ops = new TreeSet<>();
    try (ModelGraph graph =
        GraphBuilder.build(SmallModels.spec().resolve(), SmallModels.COMPILE, 1, computeDtype)) {
      graph.graph().toGraphDef().getNodeList().stream()
          .filter(node -> isOf(node, DataType.DT_HALF) || isOf(node, DataType.DT_BFLOAT16))
          .forEach(node -> ops.add(node.getOp()));
    }
    return ops;
  }

  private static boolean isOf(NodeDef node, DataType type) {
    return node.getAttrMap().values().stream().anyMatch(value -> value.getType() == type);
  }

  @Test
  void onlyProductsAreFloat16() {
    Set<String> products =
        Set.of("Cast", "Conv2D", "Conv2DBackpropFilter", "Conv2DBackpropInput", "MatMul", "Shape");
    assertThat(opsOfHalf(ComputeDtype.FLOAT32)).isEmpty();
    assertThat(opsOfHalf(ComputeDtype.FLOAT16)).containsExactlyInAnyOrderElementsOf(products);
    assertThat(opsOfHalf(ComputeDtype.BFLOAT16)).containsExactlyInAnyOrderElementsOf(products);
  }

  @Test
  void trainingConvergesAsInFloat32() {
    try (Model exact = SmallModels.compiled(3);
        Model half = model()) {
      // Otherwise the first steps would be skipped.
      half.loadOptimizerState(LossScaleState.of(half.optimizerState(), 16, 0));
      exact.fit(SmallModels.images(64), SmallModels.fit(5));
      half.fit(SmallModels.images(64), SmallModels.fit(5));
      double loss = exact.evaluate(IMAGES).loss();
      assertThat(half.evaluate(IMAGES).loss()).isCloseTo(loss, within(0.05));
    }
  }

  @Test
  void theInitialScaleIsThatOfKeras() {
    try (Model model = model()) {
      assertThat(model.optimizerState().slots().values(LossScaleState.SCALE))
          .containsExactly(32_768);
      assertThat(model.optimizerState().slots().values(LossScaleState.STEPS)).containsExactly(0);
    }
  }

  @Test
  void aStepThatOverflowsIsSkippedAndHalvesTheScale() {
    try (Model model = model()) {
      model.trainOnBatch(IMAGES);
      model.loadOptimizerState(LossScaleState.of(model.optimizerState(), 0x1p100f, 12));
      OptimizerState before = model.optimizerState();
      float[] kernel = model.weights().values("conv2d/kernel");
      Scores scores = model.trainOnBatch(IMAGES);
      assertThat(scores.loss()).isFinite();
      assertThat(model.weights().values("conv2d/kernel")).containsExactly(kernel);
      assertThat(model.optimizerState()).isEqualTo(LossScaleState.of(before, 0x1p99f, 0));
    }
  }

  @Test
  void twoThousandFiniteStepsDoubleTheScale() {
    try (Model model = model()) {
      model.loadOptimizerState(LossScaleState.of(model.optimizerState(), 256, 1998));
      model.trainOnBatch(IMAGES);
      assertThat(model.optimizerState())
          .isEqualTo(LossScaleState.of(model.optimizerState(), 256, 1999));
      model.trainOnBatch(IMAGES);
      assertThat(model.optimizerState())
          .isEqualTo(LossScaleState.of(model.optimizerState(), 512, 0));
      assertThat(model.optimizerState().iteration()).isEqualTo(2);
    }
  }

  @Test
  void stateOfAnotherPrecisionIsAccepted() {
    try (Model exact = SmallModels.compiled(3);
        Model half = model()) {
      half.loadOptimizerState(LossScaleState.of(half.optimizerState(), 16, 0));
      half.trainOnBatch(IMAGES);
      exact.loadOptimizerState(half.optimizerState());
      assertThat(exact.optimizerState().iteration()).isEqualTo(1);
      half.loadOptimizerState(LossScaleState.of(half.optimizerState(), 8, 1));
      OptimizerState scaled = half.optimizerState();
      half.loadOptimizerState(exact.optimizerState());
      assertThat(half.optimizerState()).isEqualTo(scaled);
    }
  }

  @Test
  void anotherModelResumesBitForBit() {
    try (Model whole = model();
        Model first = model();
        Model second = model()) {
      for (int step = 0; step < 3; step++) {
        whole.trainOnBatch(IMAGES);
        first.trainOnBatch(IMAGES);
      }
      second.loadWeights(first.weights());
      second.loadOptimizerState(first.optimizerState());
      whole.trainOnBatch(IMAGES);
      second.trainOnBatch(IMAGES);
      assertThat(second.weights()).isEqualTo(whole.weights());
      assertThat(second.optimizerState()).isEqualTo(whole.optimizerState());
    }
  }
}
