/**
 * Where and how a model runs: devices, dtype policy, threads, seed; and a view of its variables.
 *
 * <p>Code that needs TensorFlow's types is in {@code io.rhyton.session}.
 */
@NullMarked
package io.rhyton.execution;

import org.jspecify.annotations.NullMarked;
