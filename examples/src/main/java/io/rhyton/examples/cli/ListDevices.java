package io.rhyton.examples.cli;

import io.rhyton.execution.Devices;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the devices that TensorFlow can use. */
@Command(name = "devices", description = "Lists the devices that TensorFlow can use.")
final class ListDevices implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Devices.list().forEach(out::println);
    return 0;
  }
}
