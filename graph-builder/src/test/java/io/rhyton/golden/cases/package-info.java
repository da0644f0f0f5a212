/**
 * The golden cases in Java, each under the name that it has in {@code src/test/python}; a class
 * holds those of the script of its name.
 */
@NullMarked
package io.rhyton.golden.cases;

import org.jspecify.annotations.NullMarked;
