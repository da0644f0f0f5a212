package io.rhyton.graph.variable;

import org.tensorflow.ndarray.Shape;

/**
 * A variable stored in a checkpoint.
 *
 * @param name the canonical name
 * @param shape the shape
 * @param checkpointKey the key of the value in the checkpoint
 */
public record StoredVariable(String name, Shape shape, String checkpointKey) {}
