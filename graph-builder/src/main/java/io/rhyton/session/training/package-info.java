/**
 * The training loop: steps, epochs, metrics and callbacks, on top of the session of a model. Public
 * types such as {@link io.rhyton.training.Model} delegate to it.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only.
 */
@NullMarked
package io.rhyton.session.training;

import org.jspecify.annotations.NullMarked;
