package io.rhyton.graph.variable;

import org.tensorflow.ndarray.Shape;

/**
 * A variable whose value is in a checkpoint.
 *
 * @param name its canonical name
 * @param shape its shape
 * @param checkpointKey the value's key
 */
public record StoredVariable(String name, Shape shape, String checkpointKey) {}
