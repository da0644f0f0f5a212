package io.rhyton.examples.benchmark;

import java.util.Locale;

/** What is compared, and how the comparison must come out. */
enum Measure {
  FIT("fit, float32", "images/s", Bound.atLeast(1.0), Task.FIT),
  BFLOAT16("fit, bfloat16", "images/s", Bound.atLeast(1.1), Task.FIT_BFLOAT16),
  LOOP(
      Table.NETWORK,
      "fit, against its bare step loop",
      "images/s",
      Bound.atLeast(0.97),
      Task.FIT,
      Rival.RHYTON,
      Task.LOOP),
  STREAM(
      Table.NETWORK,
      "fit from a stream, against memory",
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
      "saving after each epoch, against the epoch",
      "s",
      Bound.atMost(0.02),
      Task.SAVE,
      Rival.RHYTON,
      Task.EPOCH),
  BATCHNORM("batch normalisation", Bound.atLeast(0.95), Task.FIT_BATCHNORM),
  RESNET20("ResNet-20", Bound.atLeast(0.95), Task.FIT_RESNET20),
  DEPTHWISE("depthwise", Bound.atLeast(0.95), Task.FIT_DEPTHWISE),
  SEPARABLE("separable", Bound.atLeast(0.95), Task.FIT_SEPARABLE),
  TRANSPOSED("transposed", Bound.atLeast(0.95), Task.FIT_TRANSPOSED),
  DILATED("dilated", Bound.any(), Task.FIT_DILATED),
  GROUPED("in four groups", Bound.any(), Task.FIT_GROUPED),
  CHANGED(
      Table.AUGMENTATION,
      "against layers in tf.data",
      "images/s",
      Bound.atLeast(1.2),
      Task.FIT_CHANGED,
      Rival.KERAS,
      Task.FIT_CHANGED_IN_DATA),
  GENERATED(
      Table.AUGMENTATION,
      "against ImageDataGenerator",
      "images/s",
      Bound.atLeast(2),
      Task.FIT_CHANGED,
      Rival.KERAS,
      Task.FIT_CHANGED_BY_GENERATOR),
  FOLDER(
      Table.FILES,
      "folder of JPEGs, resized to 128x128",
      "images/s",
      Bound.atLeast(1.0),
      Task.FIT_FOLDER,
      Rival.KERAS,
      Task.FIT_FOLDER);

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

  /** A network of other layers that is trained. */
  Measure(String title, Bound bound, Task task) {
    this(Table.LAYERS, title, "images/s", bound, task, Rival.KERAS, task);
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

  /** What Rhyton does. */
  Task task() {
    return task;
  }

  /** Who the other side is. */
  Rival rival() {
    return rival;
  }

  /** What the other side does. */
  Task otherTask() {
    return otherTask;
  }

  /** The value measured: for a start the time until the answer, else the answer. */
  double value(Answer answer) {
    return this == START ? answer.seconds() : Double.parseDouble(answer.text());
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
