/**
 * Transfer learning: {@link io.rhyton.examples.programs.transfer.FineTune} from a Keras file,
 * {@link io.rhyton.examples.programs.transfer.Transfer} from a model that was trained in Java.
 */
@NullMarked
package io.rhyton.examples.programs.transfer;

import org.jspecify.annotations.NullMarked;
