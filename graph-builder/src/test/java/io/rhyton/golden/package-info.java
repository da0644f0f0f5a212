/**
 * Tests of numeric parity with Keras, against golden values that Keras computed.
 *
 * <p>The values are computed by {@code src/test/python/golden.py} and read by {@link
 * io.rhyton.golden.Golden}. To add a layer, loss, metric, optimizer or initializer: add a case
 * under one name to the Python and the Java list of cases, run the script, and add the type to
 * {@code text_cases.py}. {@link io.rhyton.golden.GoldenCoverageTest} fails until that is done.
 */
@NullMarked
package io.rhyton.golden;

import org.jspecify.annotations.NullMarked;
