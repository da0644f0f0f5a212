/**
 * Keras's applications: image classifiers and feature extractors, as builders of {@link
 * io.rhyton.model.ModelSpec}s. {@link io.rhyton.applications.Applications} lists them.
 *
 * <pre>{@code
 * ModelSpec body = Applications.mobileNetV2()
 *     .inputShape(96, 96, 3)
 *     .includeTop(false)
 *     .pooling(Pooling.AVG)
 *     .build();
 * }</pre>
 *
 * <p>Architecture only, in pure Java: layers have the names, the order and the configuration of
 * Keras's, so that weights that Keras saved or published fit. {@code
 * io.rhyton.pretrained.ImageNetWeights} downloads the latter.
 *
 * <p>Public. One record per family, with its addresses and checksums. A new family is a permitted
 * subtype of {@link io.rhyton.applications.Application}, and has its cases in {@code
 * savedmodel/src/test/python/application_builders.py}.
 */
@NullMarked
package io.rhyton.applications;

import org.jspecify.annotations.NullMarked;
