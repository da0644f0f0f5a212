/**
 * Compares Rhyton with Keras on the same networks: {@link io.rhyton.examples.benchmark.Benchmark}.
 *
 * <p>Each measurement runs in a process of its own, so that both sides start cold. A {@link
 * io.rhyton.examples.benchmark.Task} is implemented twice, in {@code BenchmarkWorker} and in {@code
 * keras_benchmark.py}. A {@code Measure} names the tasks to compare and the bound on their ratio.
 */
@NullMarked
package io.rhyton.examples.benchmark;

import org.jspecify.annotations.NullMarked;
