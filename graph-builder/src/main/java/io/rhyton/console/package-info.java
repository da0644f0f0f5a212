/**
 * Properties of the console of this process.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.console;

import org.jspecify.annotations.NullMarked;
