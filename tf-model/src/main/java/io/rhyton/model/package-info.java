/**
 * The model as a value: {@link io.rhyton.model.ModelSpec} and its builders, {@link
 * io.rhyton.model.Sequential} and {@link io.rhyton.model.Functional}. To build on part of an
 * existing model, take its tensors from {@link io.rhyton.model.ModelNodes}.
 *
 * <p>Pure Java: no native library is loaded here, so an inconsistent model is rejected before
 * TensorFlow starts. All other modules of Rhyton may depend on this package; it depends only on
 * {@code ndarray}, for {@link org.tensorflow.ndarray.Shape}.
 *
 * <p>New ways of building models belong here; new layers belong in {@link io.rhyton.model.layer}.
 */
@NullMarked
package io.rhyton.model;

import org.jspecify.annotations.NullMarked;
