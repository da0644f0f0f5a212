package io.rhyton.savedmodel;

import io.rhyton.error.MessageText;
import io.rhyton.model.shape.ShapeText;
import org.tensorflow.ndarray.Shape;

/** A variable of a SavedModel with its value on the Java heap. */
public final class SavedVariable {
  private final String name;
  private final Shape shape;
  private final float[] values;

  /** Wraps the array without copying it. */
  SavedVariable(String name, Shape shape, float[] values) {
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  /** Returns the name it was saved under; in Keras's exports names need not be unique. */
  public String name() {
    return name;
  }

  /** Returns its shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns a copy of its values in row-major order. */
  public float[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    return MessageText.name(name) + " of " + ShapeText.of(shape);
  }
}
