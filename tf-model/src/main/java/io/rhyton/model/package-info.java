/**
 * The model as a value: {@link io.rhyton.model.ModelSpec} and the builders that make one, {@link
 * io.rhyton.model.Sequential} and {@link io.rhyton.model.Functional}, also of a part of another
 * one, whose tensors are {@link io.rhyton.model.ModelNodes}.
 *
 * <p>Pure Java: nothing here loads a native library, so a model that does not fit together is
 * refused before TensorFlow starts. Everything else in Rhyton may depend on this package; it
 * depends on {@code ndarray} alone, for {@link org.tensorflow.ndarray.Shape}.
 *
 * <p>A new way of building models belongs here; a new layer belongs in {@link
 * io.rhyton.model.layer}.
 */
@NullMarked
package io.rhyton.model;

import org.jspecify.annotations.NullMarked;
