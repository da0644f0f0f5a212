/**
 * The exceptions of all modules, and the argument checks that throw them.
 *
 * <p>Public. Everything else builds on this package; it imports no other. Add a subclass of {@link
 * io.rhyton.error.ModelException} where a caller can react to it, with accessors for its details.
 */
@NullMarked
package io.rhyton.error;

import org.jspecify.annotations.NullMarked;
