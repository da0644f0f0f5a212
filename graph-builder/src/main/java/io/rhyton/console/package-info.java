/** What the console of this process is; for Rhyton's own modules. */
@NullMarked
package io.rhyton.console;

import org.jspecify.annotations.NullMarked;
