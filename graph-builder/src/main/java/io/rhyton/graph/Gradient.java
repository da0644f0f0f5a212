package io.rhyton.graph;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A gradient and what it is the gradient of.
 *
 * @param weight the weight's canonical name
 * @param value the derivative of the loss with respect to it
 */
record Gradient(String weight, Operand<TFloat32> value) {}
