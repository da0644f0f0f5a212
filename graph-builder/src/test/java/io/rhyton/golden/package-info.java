/**
 * Tests of numeric parity with Keras, against golden values that Keras computed.
 *
 * <p>The values are computed by {@code src/test/python/golden.py} and read by {@link
 * io.rhyton.golden.file.Golden}. A case has one name in Python and in Java. {@link
 * io.rhyton.golden.GoldenCoverageTest} names the types without a case; {@code
 * docs/adding-a-layer.md} says how to add one.
 */
@NullMarked
package io.rhyton.golden;

import org.jspecify.annotations.NullMarked;
