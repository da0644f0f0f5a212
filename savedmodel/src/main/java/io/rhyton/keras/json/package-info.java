/**
 * Parses and writes JSON, as a tree of values that know their paths for messages.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.keras.json;

import org.jspecify.annotations.NullMarked;
