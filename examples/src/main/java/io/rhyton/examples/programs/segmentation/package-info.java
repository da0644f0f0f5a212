/** The class of every pixel: {@link io.rhyton.examples.segmentation.Segment}. */
@NullMarked
package io.rhyton.examples.segmentation;

import org.jspecify.annotations.NullMarked;
