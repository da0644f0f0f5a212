/**
 * Keras configurations: whole models, their calls, and compile options.
 *
 * <p>Internal: exported to no other module. Options of single layers belong to {@code
 * io.rhyton.keras.codec}.
 */
@NullMarked
package io.rhyton.keras.model;

import org.jspecify.annotations.NullMarked;
