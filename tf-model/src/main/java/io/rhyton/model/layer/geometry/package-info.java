/**
 * Shape inference: computes the output shapes and weights of a layer from its input shapes, in
 * plain Java.
 *
 * <p>Public, as {@link io.rhyton.model.layer.Layer#geometry} takes and returns its types.
 * Arithmetic that several layers share, such as that of sliding windows, belongs here.
 */
@NullMarked
package io.rhyton.model.layer.geometry;

import org.jspecify.annotations.NullMarked;
