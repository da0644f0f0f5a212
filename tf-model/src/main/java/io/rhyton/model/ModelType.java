package io.rhyton.model;

/** The two kinds of Keras models, by their class names. */
public enum ModelType {
  /** A chain of layers, built by {@link Sequential}. */
  SEQUENTIAL("Sequential"),
  /** Any graph of layers, built by {@link Functional}. */
  FUNCTIONAL("Functional");

  private final String className;

  ModelType(String className) {
    this.className = className;
  }

  /** Returns the name of the Keras class. */
  public String className() {
    return className;
  }
}
