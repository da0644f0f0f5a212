package io.rhyton.savedmodel;

import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** A variable of a SavedModel and its value, on the Java heap. */
public final class SavedVariable {
  private final String name;
  private final Shape shape;
  private final float[] values;

  /** Takes the array as it is. */
  SavedVariable(String name, Shape shape, float[] values) {
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  /** The name it was saved under; in Keras's exports several may have the same. */
  public String name() {
    return name;
  }

  /** Its shape. */
  public Shape shape() {
    return shape;
  }

  /** A copy of its values, the last axis fastest. */
  public float[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    return "'" + name + "' of " + ShapeText.of(shape);
  }
}
