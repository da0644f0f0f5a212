package io.rhyton.model;

/** The two kinds of models that Keras tells apart; the names are Keras's class names. */
public enum ModelType {
  /** A chain of layers, made by {@link Sequential}. */
  SEQUENTIAL("Sequential"),
  /** Any graph of layers, made by {@link Functional}. */
  FUNCTIONAL("Functional");

  private final String className;

  ModelType(String className) {
    this.className = className;
  }

  /** The name of Keras's class. */
  public String className() {
    return className;
  }
}
