package io.rhyton.examples.benchmark;

/** Who Rhyton is compared with. */
enum Rival {
  KERAS,
  /** Rhyton itself, which does something else. */
  RHYTON
}
