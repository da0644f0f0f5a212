package io.rhyton.model.objective;

import java.util.List;

/** The check of the classes that an intersection over union is taken of. */
final class TargetClasses {
  private TargetClasses() {}

  /** Returns a copy if each is a class and there is one at least. */
  static List<Integer> require(List<Integer> ids, int classes) {
    if (ids.isEmpty() || ids.stream().anyMatch(id -> id < 0 || id >= classes)) {
      throw new IllegalArgumentException(
          "targetClassIds must be of 0 to " + (classes - 1) + ", got " + ids);
    }
    return List.copyOf(ids);
  }
}
