/**
 * Prints models as the Java code that builds them: {@link io.rhyton.codegen.KerasSource}.
 *
 * <p>{@code ModelSource} prints a model as a chain of calls or, with {@code FunctionalSource}, as
 * one variable per call; {@code LayerSource} and {@code CompileSource} print its parts. Any record
 * of the library is printed by {@code RecordSource}, which finds the factory and options of its
 * class by reflection and verifies the result: a new layer needs no code here.
 */
@NullMarked
package io.rhyton.codegen;

import org.jspecify.annotations.NullMarked;
