package io.rhyton.graph;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;

/**
 * A float32 input or output of a graph.
 *
 * @param name the name of the model's input or output
 * @param shape the shape of a batch, with unknown sizes as -1
 * @param operand the tensor that is fed or fetched
 * @param rows the number of rows of the embedding table that the values index; 0 if they are not
 *     indices
 */
public record GraphTensor(String name, Shape shape, Operand<?> operand, int rows) {

  /** Creates a tensor whose values are not embedding indices. */
  public GraphTensor(String name, Shape shape, Operand<?> operand) {
    this(name, shape, operand, 0);
  }
}
