package io.rhyton.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rhyton.execution.Device;
import io.rhyton.execution.DeviceException;
import io.rhyton.execution.Execution;
import io.rhyton.model.compile.CompileSpec;
import io.rhyton.training.Model;
import io.rhyton.training.SmallModels;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.ConfigProto;

class ExecutionTest {
  private static final Execution DETERMINISTIC = Execution.defaults().seed(7).deterministic(true);
  private static final Device CPU = new Device("/CPU:0", "CPU", 0);
  private static final Device GPU = new Device("/GPU:0", "GPU", 1L << 34);

  @Test
  void onlyTheCpuIsVisibleOnRequest() {
    assertThat(SessionConfig.of(Execution.defaults().device("/CPU:0")).getDeviceCountMap())
        .containsEntry("GPU", 0);
    assertThat(SessionConfig.of(Execution.defaults().device("/GPU:0")).getDeviceCountMap())
        .isEmpty();
    assertThat(SessionConfig.of(Execution.defaults()).getDeviceCountMap()).isEmpty();
  }

  @Test
  void softPlacementIsOnAndMemoryGrowsOnRequest() {
    ConfigProto plain = SessionConfig.of(Execution.defaults());
    assertThat(plain.getAllowSoftPlacement()).isTrue();
    assertThat(plain.getGpuOptions().getAllowGrowth()).isFalse();
    assertThat(
            SessionConfig.of(Execution.defaults().memoryGrowth(true))
                .getGpuOptions()
                .getAllowGrowth())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GPU:0", "/GPU", "/gpu:0", "/device:GPU:0", "/CPU:0 "})
  void malformedDeviceNamesAreRejected(String name) {
    assertThatThrownBy(() -> Execution.defaults().device(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device must be a name such as /CPU:0 or /GPU:0, got " + name);
  }

  @Test
  void anUnknownDeviceIsReportedWithTheKnownOnes() {
    CompileSpec compile = SmallModels.COMPILE;
    Execution execution = Execution.defaults().device("/CPU:7");
    assertThatThrownBy(() -> Model.compile(SmallModels.spec(), compile, execution))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "Execution: expected one of the devices /CPU:0, got /CPU:7. Choose one of them; a GPU"
                + " needs the native library of the classifier linux-x86_64-gpu and its driver.");
    assertThatThrownBy(() -> check(null, CPU, GPU).require(Execution.defaults().device("/GPU:1")))
        .hasMessageStartingWith(
            "Execution: expected one of the devices /CPU:0, /GPU:0, got /GPU:1. ");
  }

  private static ExecutionCheck check(@Nullable String determinism, Device... devices) {
    return new ExecutionCheck(List.of(devices), determinism);
  }

  @Test
  void deterministicRunsRequireASeed() {
    assertThatThrownBy(
            () -> ExecutionCheck.requirePossible(Execution.defaults().deterministic(true)))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "Execution: expected a seed for deterministic runs, got none. Set one, such as"
                + " seed(7).");
  }

  @Test
  void deterministicRunsOnACpuRequireNothingElse() {
    assertThatCode(() -> check(null, CPU).require(DETERMINISTIC)).doesNotThrowAnyException();
    assertThatCode(() -> check(null, CPU, GPU).require(DETERMINISTIC.device("/CPU:0")))
        .doesNotThrowAnyException();
  }

  @Test
  void deterministicRunsOnAGpuRequireAnEnvironmentVariable() {
    assertThatThrownBy(() -> check(null, CPU, GPU).require(DETERMINISTIC))
        .isInstanceOf(DeviceException.class)
        .hasMessage(
            "Execution: expected TF_DETERMINISTIC_OPS=1 in the environment for deterministic runs"
                + " on a GPU, got none. Start the process with it, or run on"
                + " device(\"/CPU:0\").");
    assertThatThrownBy(() -> check("0", CPU, GPU).require(DETERMINISTIC.device("/GPU:0")))
        .hasMessageContaining("got 0.");
    assertThatCode(() -> check("1", CPU, GPU).require(DETERMINISTIC)).doesNotThrowAnyException();
    assertThatCode(() -> check("true", CPU, GPU).require(DETERMINISTIC)).doesNotThrowAnyException();
  }

  @Test
  void placementDoesNotChangeResults() {
    assertThat(trained(Execution.defaults().device("/CPU:0").deterministic(true)))
        .isEqualTo(trained(Execution.defaults()));
  }

  private static Object trained(Execution execution) {
    try (Model model = Model.compile(SmallModels.spec(), SmallModels.COMPILE, execution.seed(3))) {
      model.fit(SmallModels.images(40), SmallModels.fit(2));
      return List.of(model.weights(), model.optimizerState());
    }
  }
}
