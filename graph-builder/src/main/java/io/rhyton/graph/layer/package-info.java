/**
 * Emits the ops of layers, in training and in inference mode.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. A new layer is one line in {@code
 * LayerEmitter} and a method in the class of its family, such as {@code ConvolutionOps}.
 */
@NullMarked
package io.rhyton.graph.layer;

import org.jspecify.annotations.NullMarked;
