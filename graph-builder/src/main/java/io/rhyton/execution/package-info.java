/**
 * Where and how a graph runs: devices, precision, threads, seeds, and the session that owns native
 * memory.
 *
 * <p>Public: {@link io.rhyton.execution.Execution}, {@link io.rhyton.execution.Devices}.
 */
@NullMarked
package io.rhyton.execution;

import org.jspecify.annotations.NullMarked;
