/**
 * The layers, each an immutable record, named and spelled as in Keras 3.
 *
 * <p>A layer knows its options, the shapes it accepts and returns, and its weights; it knows
 * neither its name (which belongs to the {@link io.rhyton.model.LayerSpec}) nor file formats nor
 * TensorFlow ops. To add one:
 *
 * <ol>
 *   <li>write the record here,
 *   <li>add it to the {@code permits} clause of {@link io.rhyton.model.layer.RankMapping}, {@link
 *       io.rhyton.model.layer.FromAnyRank}, {@link io.rhyton.model.layer.RankPreserving} or {@link
 *       io.rhyton.model.layer.MultiInput}, and to {@link io.rhyton.model.layer.LayerVisitor}: the
 *       compiler then reports what is missing,
 *   <li>emit its ops in {@code graph-builder} (one line in {@code LayerEmitter}),
 *   <li>add its golden case to {@code graph-builder/src/test/python/golden.py} and its row to a
 *       table in {@code docs/layers}: tests ask for both.
 * </ol>
 */
@NullMarked
package io.rhyton.model.layer;

import org.jspecify.annotations.NullMarked;
