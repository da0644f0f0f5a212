/**
 * Reads and writes Keras's own file formats.
 *
 * <p>A configuration is processed in three stages: JSON and a tree with paths ({@code ConfigJson},
 * {@code JsonValue}); one {@code KerasCodec} per layer, initializer, regularizer, optimizer, loss
 * and metric, which both reads and writes it; and the model ({@code ConfigReader}, {@code
 * ConfigWriter}). Reading supports configurations of Keras 2 and 3; writing uses only what Keras
 * 3.3 and newer accept.
 *
 * <p>{@code KerasFormat} detects the format of a file, and {@code KerasFileReader} has a reader for
 * each; a new format is a constant of the former and a reader for the latter. Weights are a {@code
 * WeightStore}, which matches the layers of the file with those of the model; {@code LayerValues}
 * checks and reads them.
 */
@NullMarked
package io.rhyton.keras;

import org.jspecify.annotations.NullMarked;
