/**
 * One codec for each layer, initializer, regularizer, constraint, optimizer, schedule, loss and
 * metric, with reading and writing side by side.
 *
 * <p>Internal: exported to no other module. A new codec is added to {@code KerasCodecs}; {@code
 * docs/adding-a-layer.md} lists everything else that a new type touches.
 */
@NullMarked
package io.rhyton.keras.codec;

import org.jspecify.annotations.NullMarked;
