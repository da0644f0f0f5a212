/**
 * How a model learns, as values: optimizers, losses, metrics, and the {@link
 * io.rhyton.model.training.CompileSpec} that joins them.
 *
 * <p>Names, defaults and formulas are those of Keras 3. A new one is a record here, a line in its
 * visitor, and the ops that the compiler then asks for in {@code graph-builder}.
 */
@NullMarked
package io.rhyton.model.training;

import org.jspecify.annotations.NullMarked;
