/**
 * The only place where TensorFlow ops are emitted: a {@link io.rhyton.model.ResolvedModel} goes in,
 * a graph comes out.
 *
 * <p>For Rhyton's own modules; applications use {@link io.rhyton.training}. A layer's ops are
 * emitted by one line in {@code LayerEmitter} over a class for its family ({@code ConvolutionOps},
 * {@code PoolingOps}, {@code NormalizationOps}, …). All ops stand inline in one graph, because
 * TensorFlow cannot differentiate every function call, and twice over one set of variables: once as
 * they are in training, once as they are in inference.
 */
@NullMarked
package io.rhyton.graph;

import org.jspecify.annotations.NullMarked;
