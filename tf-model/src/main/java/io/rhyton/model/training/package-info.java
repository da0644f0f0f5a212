/**
 * How a model is trained, as values: optimizers, losses, metrics, and the {@link
 * io.rhyton.model.training.CompileSpec} that combines them.
 *
 * <p>Names, defaults and formulas are those of Keras 3. To add one, write a record here and add a
 * method to its visitor; the compiler then asks for the ops in {@code graph-builder}.
 */
@NullMarked
package io.rhyton.model.training;

import org.jspecify.annotations.NullMarked;
