/**
 * One codec for each layer, initializer, regularizer, optimizer, loss and metric, both directions
 * side by side.
 *
 * <p>Internal: exported to no other module. A new codec is named in {@code KerasCodecs}; a test
 * lists what is missing there.
 */
@NullMarked
package io.rhyton.keras.codec;

import org.jspecify.annotations.NullMarked;
