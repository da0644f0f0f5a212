/**
 * Native sessions: how execution settings configure them, where ops are placed, and how variables
 * are assigned and read.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. Whatever holds a TensorFlow session
 * or tensor for longer than a call belongs here.
 */
@NullMarked
package io.rhyton.session;

import org.jspecify.annotations.NullMarked;
