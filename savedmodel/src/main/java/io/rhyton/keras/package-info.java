/**
 * Keras's own files, as Python reads and writes them.
 *
 * <p>A configuration goes through three layers: JSON text and a tree that knows its paths ({@code
 * ConfigJson}, {@code JsonValue}), one {@code KerasCodec} for each layer, initializer, regularizer,
 * optimizer, loss and metric, with both directions side by side, and the model around them ({@code
 * ModelConfigReader}, {@code ModelConfigWriter}). Reading takes what Keras 2 and every Keras 3
 * wrote; writing uses only what every Keras 3 since 3.3 understands.
 *
 * <p>{@code KerasForm} tells the forms of files apart, and {@code KerasReader} has a reader for
 * each. Weights are a {@code WeightStore}: it says which layer of the file belongs to which layer
 * of the model, and {@code LayerValues} checks and reads them.
 *
 * <p>To add a layer, write its codec and name it in {@code KerasCodecs}; a test names what is
 * missing there.
 */
@NullMarked
package io.rhyton.keras;

import org.jspecify.annotations.NullMarked;
