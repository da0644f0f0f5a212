/**
 * The layers, each an immutable record, named and spelled as in Keras 3.
 *
 * <p>A layer knows its options, the shapes it accepts and returns, and its weights; it knows
 * neither its name (which belongs to the {@link io.rhyton.model.LayerSpec}) nor file formats nor
 * TensorFlow ops.
 *
 * <p>{@code docs/adding-a-layer.md} lists everything that a new layer touches.
 */
@NullMarked
package io.rhyton.model.layer;

import org.jspecify.annotations.NullMarked;
