package io.rhyton.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SessionMetadata;

class DevicesTest {

  @Test
  void everyMachineHasACpu() {
    assertThat(Devices.list()).startsWith(new Device("/CPU:0", "CPU", 0));
  }

  @Test
  void devicesOfTheSameTypeAreNumbered() {
    ConfigProto two = ConfigProto.newBuilder().putDeviceCount("CPU", 2).build();
    assertThat(Devices.list(two))
        .startsWith(new Device("/CPU:0", "CPU", 0), new Device("/CPU:1", "CPU", 0));
  }

  @Test
  void listingAgainLeaksNothing() {
    Devices.list();
    long pointers = Pointer.totalCount();
    Devices.list();
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }

  @Test
  void anInvalidConfigurationIsAnError() {
    ConfigProto.Builder wrong = ConfigProto.newBuilder();
    wrong
        .getExperimentalBuilder()
        .setSessionMetadata(SessionMetadata.newBuilder().setVersion(-1).setName("wrong"));
    long pointers = Pointer.totalCount();
    assertThatThrownBy(() -> Devices.list(wrong.build())).hasMessageContaining("version");
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }

  @Test
  void aDeviceReportsItsMemory() {
    assertThat(new Device("/CPU:0", "CPU", 0)).hasToString("/CPU:0");
    assertThat(new Device("/GPU:0", "GPU", 3L << 30)).hasToString("/GPU:0, 3072 MiB");
  }
}
