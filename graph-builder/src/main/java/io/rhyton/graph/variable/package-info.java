/**
 * Variables of a graph, their initializers, and seeded random numbers.
 *
 * <p>Internal: exported to {@code io.rhyton.savedmodel} only. A new initializer is a method of
 * {@code InitializerOps}.
 */
@NullMarked
package io.rhyton.graph.variable;

import org.jspecify.annotations.NullMarked;
