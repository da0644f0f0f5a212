/**
 * Models that begin with what others learned: {@link io.rhyton.examples.transfer.FineTune} with one
 * from a file of Keras, {@link io.rhyton.examples.transfer.Transfer} with one trained in Java.
 */
@NullMarked
package io.rhyton.examples.transfer;

import org.jspecify.annotations.NullMarked;
