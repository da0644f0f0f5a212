package io.rhyton.examples;

import io.rhyton.training.Devices;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what TensorFlow can compute on. */
@Command(name = "devices", description = "Lists what TensorFlow can compute on here.")
final class ListDevices implements Callable<Integer> {
  @Override
  public Integer call() {
    Devices.list().forEach(System.out::println);
    return 0;
  }
}
