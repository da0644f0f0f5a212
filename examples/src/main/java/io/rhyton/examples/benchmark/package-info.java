/**
 * The same networks in Rhyton and in Keras, measured in turn: {@link
 * io.rhyton.examples.benchmark.Benchmark}.
 *
 * <p>Every measurement is a process of its own, so that both sides start from nothing. What is
 * measured is a {@link io.rhyton.examples.benchmark.Task}, implemented twice: in {@code
 * BenchmarkWorker} and in {@code keras_benchmark.py}; what is compared with what, and the bound, is
 * a {@code Measure}.
 */
@NullMarked
package io.rhyton.examples.benchmark;

import org.jspecify.annotations.NullMarked;
