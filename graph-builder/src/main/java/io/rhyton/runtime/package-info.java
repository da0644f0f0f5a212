/**
 * The loading of TensorFlow's native code, with the settings that it reads once.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only.
 */
@NullMarked
package io.rhyton.runtime;

import org.jspecify.annotations.NullMarked;
