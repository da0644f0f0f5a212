/**
 * Runs predictions in a session, batch by batch.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only.
 */
@NullMarked
package io.rhyton.session.inference;

import org.jspecify.annotations.NullMarked;
