package io.rhyton.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rhyton.execution.DTypePolicy;
import io.rhyton.execution.Device;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Devices;
import io.rhyton.execution.Execution;
import io.rhyton.graph.GraphBuilder;
import io.rhyton.graph.ModelGraph;
import io.rhyton.graph.layer.ComputeDtype;
import io.rhyton.history.Scores;
import io.rhyton.model.weight.Weights;
import io.rhyton.training.LossScaleState;
import io.rhyton.training.Model;
import io.rhyton.training.SmallModels;
import io.rhyton.training.StepDevices;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Session;

@Tag("gpu")
class GpuTest {
  private static final String GPU = "/GPU:0";
  private static final Execution ON_GPU =
      Execution.defaults().seed(3).memoryGrowth(true).device(GPU);

  @BeforeAll
  static void requireGpu() {
    assumeTrue(
        Devices.list().stream().anyMatch(Device::isGpu),
        "TensorFlow finds no GPU here; run with -Pgpu where there is one.");
  }

  @Test
  void aGpuReportsItsMemory() {
    assertThat(Devices.list())
        .filteredOn(Device::isGpu)
        .first()
        .satisfies(
            gpu -> {
              assertThat(gpu.name()).isEqualTo(GPU);
              assertThat(gpu.memory()).isPositive();
            });
  }

  @ParameterizedTest
  @EnumSource
  void layersGradientsAndUpdatesRunOnTheGpu(ComputeDtype computeDtype) {
    try (ModelGraph graph =
        GraphBuilder.build(SmallModels.spec().resolve(), SmallModels.COMPILE, 1, computeDtype)) {
      Placement.place(graph.graph(), GPU);
      try (Session session = new Session(graph.graph(), SessionConfig.of(ON_GPU))) {
        Map<String, String> devices = StepDevices.devices(graph, session);
        assertThat(devices)
            .hasEntrySatisfying(
                "training/conv2d/Conv2D", device -> assertThat(device).isEqualTo(GPU));
        assertThat(devices.entrySet())
            .filteredOn(op -> op.getKey().contains("Backprop"))
            .isNotEmpty()
            .allMatch(op -> op.getValue().equals(GPU));
        assertThat(devices.entrySet())
            .filteredOn(op -> op.getKey().matches(".*(AssignVariableOp|ResourceApplyAdam).*"))
            .isNotEmpty()
            .allMatch(op -> op.getValue().equals(GPU));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGpuTrainsLikeTheCpu(DTypePolicy dtypePolicy) {
    Scores onGpu = scores(ON_GPU.dtypePolicy(dtypePolicy));
    Scores onProcessor = scores(Execution.defaults().seed(3).device("/CPU:0"));
    double tolerance = dtypePolicy == DTypePolicy.FLOAT32 ? 1e-3 : 0.1;
    assertThat(onGpu.loss()).isCloseTo(onProcessor.loss(), within(tolerance));
  }

  private static Scores scores(Execution execution) {
    try (Model model = Model.compile(SmallModels.spec(), SmallModels.COMPILE, execution)) {
      model.loadOptimizerState(LossScaleState.of(model.optimizerState(), 16, 0));
      model.fit(SmallModels.images(64), SmallModels.fit(3));
      return model.evaluate(SmallModels.images(64));
    }
  }

  @Test
  void deterministicRunsAreIdenticalOrRejected() {
    Execution execution = ON_GPU.deterministic(true);
    if (System.getenv("TF_DETERMINISTIC_OPS") == null) {
      assertThatThrownBy(() -> weights(execution)).isInstanceOf(DeviceException.class);
    } else {
      assertThat(weights(execution)).isEqualTo(weights(execution));
    }
  }

  private static Weights weights(Execution execution) {
    try (Model model = Model.compile(SmallModels.spec(), SmallModels.COMPILE, execution)) {
      model.fit(SmallModels.images(64), SmallModels.fit(3));
      return model.weights();
    }
  }
}
