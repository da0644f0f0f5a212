/**
 * Weights and optimizer state in Keras files of all ages: which dataset belongs to which weight.
 *
 * <p>Internal: exported to no other module. Names decide wherever a file has them; where order must
 * decide, it is that of the Keras version that wrote the file.
 */
@NullMarked
package io.rhyton.keras.weights;

import org.jspecify.annotations.NullMarked;
