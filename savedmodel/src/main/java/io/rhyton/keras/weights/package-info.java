/**
 * Weights and optimizer state in Keras files of all versions: which dataset belongs to which
 * weight.
 *
 * <p>Internal: exported to no other module. Datasets are matched by name if the file has names,
 * otherwise by position, in the order of the Keras version that wrote the file.
 */
@NullMarked
package io.rhyton.keras.weights;

import org.jspecify.annotations.NullMarked;
