/** Semantic segmentation: {@link io.rhyton.examples.programs.segmentation.Segment}. */
@NullMarked
package io.rhyton.examples.programs.segmentation;

import org.jspecify.annotations.NullMarked;
