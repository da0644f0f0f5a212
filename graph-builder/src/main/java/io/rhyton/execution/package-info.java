/**
 * Where and how a model runs: devices, dtype policy, threads, seed; and a view of its variables.
 *
 * <p>What needs a TensorFlow type is in {@code io.rhyton.session}.
 */
@NullMarked
package io.rhyton.execution;

import org.jspecify.annotations.NullMarked;
