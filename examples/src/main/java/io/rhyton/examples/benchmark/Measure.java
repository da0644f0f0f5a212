package io.rhyton.examples.benchmark;

import java.util.Locale;

/** A measure by which both sides are compared, with the bound on its ratio. */
enum Measure {
  FIT("fit, float32", "images/s", Bound.atLeast(1.0), Task.FIT),
  BFLOAT16("fit, bfloat16", "images/s", Bound.atLeast(1.1), Task.FIT_BFLOAT16),
  LOOP(
      Table.NETWORK,
      "fit, vs. a bare loop of its step",
      "images/s",
      Bound.atLeast(0.97),
      Task.FIT,
      Rival.RHYTON,
      Task.LOOP),
  STREAM(
      Table.NETWORK,
      "fit from a stream, vs. from memory",
      "images/s",
      Bound.atLeast(0.95),
      Task.FIT_STREAM,
      Rival.RHYTON,
      Task.FIT),
  START("process start to first step", "s", Bound.atMost(0.5), Task.FIRST_STEP),
  PREDICT("predict, one image", "ms", Bound.atMost(0.05), Task.PREDICT),
  MEMORY("peak memory, 40,000 images", "MiB", Bound.atMost(1.0), Task.MEMORY),
  WRITE("write .keras, 25 M parameters", "s", Bound.atMost(1.0), Task.WRITE_FILE),
  READ("read .keras, 25 M parameters", "s", Bound.atMost(1.0), Task.READ_FILE),
  CHECKPOINT(
      Table.NETWORK,
      "checkpoint and backup, vs. an epoch",
      "s",
      Bound.atMost(0.02),
      Task.SAVE,
      Rival.RHYTON,
      Task.EPOCH),
  BATCHNORM("batch normalization", Bound.atLeast(0.95), Task.FIT_BATCHNORM),
  RESNET20("ResNet-20", Bound.atLeast(0.95), Task.FIT_RESNET20),
  DEPTHWISE("depthwise", Bound.atLeast(0.95), Task.FIT_DEPTHWISE),
  SEPARABLE("separable", Bound.atLeast(0.95), Task.FIT_SEPARABLE),
  TRANSPOSED("transposed", Bound.atLeast(0.95), Task.FIT_TRANSPOSED),
  DILATED("dilated", Bound.any(), Task.FIT_DILATED),
  GROUPED("grouped (4 groups)", Bound.any(), Task.FIT_GROUPED),
  CHANGED(
      Table.AUGMENTATION,
      "vs. layers in tf.data",
      "images/s",
      Bound.atLeast(1.2),
      Task.FIT_AUGMENTED,
      Rival.KERAS,
      Task.FIT_AUGMENTED_IN_DATA),
  GENERATED(
      Table.AUGMENTATION,
      "vs. ImageDataGenerator",
      "images/s",
      Bound.atLeast(2),
      Task.FIT_AUGMENTED,
      Rival.KERAS,
      Task.FIT_AUGMENTED_BY_GENERATOR),
  FOLDER(
      Table.FILES,
      "folder of JPEGs, resized to 128x128",
      "images/s",
      Bound.atLeast(1.0),
      Task.FIT_FOLDER,
      Rival.KERAS,
      Task.FIT_FOLDER),
  DENSENET121("open DenseNet121, predict once", Task.OPEN_DENSENET121),
  NASNET_MOBILE("open NASNetMobile, predict once", Task.OPEN_NASNET_MOBILE),
  RESUME("open MobileNetV2 with Adam's state, train a step", Task.RESUME_MOBILENET_V2),
  UNFREEZE("unfreeze MobileNetV2, train a step", Task.UNFREEZE_MOBILENET_V2);

  private final Table table;
  private final String title;
  private final String unit;
  private final Bound bound;
  private final Task task;
  private final Rival rival;
  private final Task otherTask;

  Measure(String title, String unit, Bound bound, Task task) {
    this(Table.NETWORK, title, unit, bound, task, Rival.KERAS, task);
  }

  /** Creates a measure of the throughput of training a network with other layers. */
  Measure(String title, Bound bound, Task task) {
    this(Table.LAYERS, title, "images/s", bound, task, Rival.KERAS, task);
  }

  /** Creates a measure of the seconds that it takes to work with an application. */
  Measure(String title, Task task) {
    this(Table.APPLICATIONS, title, "s", Bound.atMost(0.5), task, Rival.KERAS, task);
  }

  Measure(
      Table table, String title, String unit, Bound bound, Task task, Rival rival, Task otherTask) {
    this.table = table;
    this.title = title;
    this.unit = unit;
    this.bound = bound;
    this.task = task;
    this.rival = rival;
    this.otherTask = otherTask;
  }

  Table table() {
    return table;
  }

  String title() {
    return title;
  }

  String unit() {
    return unit;
  }

  Bound bound() {
    return bound;
  }

  /** Returns the task of Rhyton. */
  Task task() {
    return task;
  }

  /** Returns the other side. */
  Rival rival() {
    return rival;
  }

  /** Returns the task of the other side. */
  Task otherTask() {
    return otherTask;
  }

  /** Returns the measured value: the elapsed time, where the caller measures it, or the result. */
  double value(Answer answer) {
    return switch (this) {
      case START, DENSENET121, NASNET_MOBILE, RESUME -> answer.seconds();
      default -> Double.parseDouble(answer.text());
    };
  }

  /** Returns the name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
