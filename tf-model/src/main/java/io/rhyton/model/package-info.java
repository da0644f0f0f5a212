/**
 * The model as a value: {@link io.rhyton.model.ModelSpec} and the builder that makes one, {@link
 * io.rhyton.model.Sequential}.
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
