/**
 * Models printed as the Java code that makes them: {@link io.rhyton.source.KerasSource}.
 *
 * <p>{@code ModelSource} prints a model as a chain or, by {@code FunctionalSource}, as a variable
 * for each call; {@code LayerSource} and {@code CompileSource} print what is in it. Any record of
 * the library is printed by {@code RecordSource}, which finds the factory and the options of its
 * class and tries what it prints: a new layer needs no line here.
 */
@NullMarked
package io.rhyton.source;

import org.jspecify.annotations.NullMarked;
