package io.rhyton.model.objective;

import io.rhyton.error.MessageText;
import java.util.List;

/** Validates the target classes of an intersection over union. */
final class TargetClasses {
  private TargetClasses() {}

  /** Returns a copy if there is at least one class and all are in range. */
  static List<Integer> require(List<Integer> ids, int classes) {
    if (ids.isEmpty() || ids.stream().anyMatch(id -> id < 0 || id >= classes)) {
      throw new IllegalArgumentException(
          "targetClassIds must be from 0 to " + (classes - 1) + ", got " + MessageText.list(ids));
    }
    return List.copyOf(ids);
  }
}
