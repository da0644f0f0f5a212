package io.rhyton.examples.benchmark;

/** The side that Rhyton is compared with. */
enum Rival {
  KERAS,
  /** Rhyton itself, with another task. */
  RHYTON
}
