/**
 * The arguments of {@code Model.fit}, and the exception thrown when training cannot continue.
 *
 * <p>New options of {@code fit} belong in {@link io.rhyton.training.fit.Fit}.
 */
@NullMarked
package io.rhyton.training.fit;

import org.jspecify.annotations.NullMarked;
