package io.rhyton.examples.benchmark;

import java.util.Locale;

/** What is compared, and how the comparison must come out. */
enum Measure {
  FIT("fit, float32", "images/s", Bound.atLeast(1.0), Task.FIT),
  BFLOAT16("fit, bfloat16", "images/s", Bound.atLeast(1.1), Task.FIT_BFLOAT16),
  LOOP("fit, against its bare step loop", "images/s", Bound.atLeast(0.97), Task.FIT),
  START("process start to first step", "s", Bound.atMost(0.5), Task.FIRST_STEP),
  PREDICT("predict, one image", "ms", Bound.atMost(0.05), Task.PREDICT),
  MEMORY("peak memory, 40,000 images", "MiB", Bound.atMost(1.0), Task.MEMORY),
  WRITE("write .keras, 25 M parameters", "s", Bound.atMost(1.0), Task.WRITE_FILE),
  READ("read .keras, 25 M parameters", "s", Bound.atMost(1.0), Task.READ_FILE);

  private final String title;
  private final String unit;
  private final Bound bound;
  private final Task task;

  Measure(String title, String unit, Bound bound, Task task) {
    this.title = title;
    this.unit = unit;
    this.bound = bound;
    this.task = task;
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

  /** What the other side does. */
  Task otherTask() {
    return this == LOOP ? Task.LOOP : task;
  }

  /** Whether the other side is Keras; else it is Rhyton too. */
  boolean needsKeras() {
    return this != LOOP;
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
