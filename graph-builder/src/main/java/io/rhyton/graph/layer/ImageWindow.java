package io.rhyton.graph.layer;

import io.rhyton.model.shape.Size2D;

/**
 * A rectangular window of an image.
 *
 * @param top the number of rows above the window
 * @param left the number of columns to the left of the window
 * @param size the size of the window
 */
public record ImageWindow(int top, int left, Size2D size) {}
