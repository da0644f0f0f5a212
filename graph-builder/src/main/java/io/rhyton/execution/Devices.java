package io.rhyton.execution;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import io.rhyton.runtime.NativeRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** The devices that TensorFlow found on this machine. */
public final class Devices {
  private Devices() {}

  /**
   * Lists the devices, CPUs first. A model trains on the first GPU, if there is one, unless {@link
   * Execution#device} is set.
   *
   * <p>TensorFlow initializes a GPU once, for the lifetime of the process. A process that lists its
   * devices first initializes its GPUs with {@link Execution#memoryGrowth}.
   */
  public static List<Device> list() {
    return list(Execution.defaults().memoryGrowth(true));
  }

  /** Lists the devices that a model with these settings has, CPUs first. */
  public static List<Device> list(Execution execution) {
    Objects.requireNonNull(execution, "execution");
    ConfigProto.Builder config =
        ConfigProto.newBuilder()
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(execution.growsMemory()));
    if (execution.isOnCpu()) {
      config.putDeviceCount(Device.GPU, 0);
    }
    return list(config.build());
  }

  /** The devices that a session with this configuration would have. */
  @SuppressWarnings("try") // Objects created in the scope are closed with it.
  static List<Device> list(ConfigProto config) {
    NativeRuntime.load();
    // TensorFlow Java has no API that lists devices, so this calls the C API.
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = TF_Status.newStatus();
      TF_SessionOptions options = options(config, status);
      TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), options, status);
      status.throwExceptionIfNotOK();
      TF_DeviceList devices = TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      try {
        List<Device> list = new ArrayList<>();
        for (int i = 0; i < TF_DeviceListCount(devices); i++) {
          list.add(device(devices, i, status));
        }
        return List.copyOf(list);
      } finally {
        TF_DeleteDeviceList(devices);
      }
    }
  }

  private static TF_SessionOptions options(ConfigProto config, TF_Status status) {
    byte[] bytes = config.toByteArray();
    TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
    TF_SetConfig(options, new BytePointer(bytes), bytes.length, status);
    status.throwExceptionIfNotOK();
    return options;
  }

  private static Device device(TF_DeviceList devices, int index, TF_Status status) {
    String name = TF_DeviceListName(devices, index, status).getString();
    status.throwExceptionIfNotOK();
    String type = TF_DeviceListType(devices, index, status).getString();
    status.throwExceptionIfNotOK();
    long memory = TF_DeviceListMemoryBytes(devices, index, status);
    status.throwExceptionIfNotOK();
    // The name is like "/job:localhost/replica:0/task:0/device:CPU:0".
    String number = name.substring(name.lastIndexOf(':') + 1);
    return new Device("/" + type + ":" + number, type, type.equals(Device.CPU) ? 0 : memory);
  }
}
