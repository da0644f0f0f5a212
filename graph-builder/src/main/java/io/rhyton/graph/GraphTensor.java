package io.rhyton.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;

/**
 * Where a graph takes samples or puts out predictions, float32.
 *
 * @param name what the model's input or output is called
 * @param shape the shape of a batch, unknown sizes as -1
 * @param operand takes or makes the batch
 * @param rows how many rows the table has that the values are looked up in; 0 if they are not
 */
public record GraphTensor(String name, Shape shape, Operand<?> operand, int rows) {

  /** One of any values. */
  public GraphTensor(String name, Shape shape, Operand<?> operand) {
    this(name, shape, operand, 0);
  }
}
