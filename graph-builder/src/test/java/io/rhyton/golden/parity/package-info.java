/** {@code PARITY.md}: what is compared with Keras, and how close it is. */
@NullMarked
package io.rhyton.golden.parity;

import org.jspecify.annotations.NullMarked;
