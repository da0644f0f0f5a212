/** Properties of the console of this process. Internal to Rhyton. */
@NullMarked
package io.rhyton.console;

import org.jspecify.annotations.NullMarked;
