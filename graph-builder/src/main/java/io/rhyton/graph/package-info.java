/**
 * The only package that emits TensorFlow ops: builds a graph from a {@link
 * io.rhyton.model.ResolvedModel}.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. Each type of layer has one line in
 * {@code LayerEmitter}, which delegates to the class of its family ({@code ConvolutionOps}, {@code
 * PoolingOps}, {@code NormalizationOps}, …). All ops are inlined in one graph, because TensorFlow
 * cannot differentiate every function call, and emitted twice over one set of variables: once in
 * training mode, once in inference mode.
 */
@NullMarked
package io.rhyton.graph;

import org.jspecify.annotations.NullMarked;
