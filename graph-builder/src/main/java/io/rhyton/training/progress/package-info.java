/**
 * Progress bars of training, evaluation and downloads.
 *
 * <p>Internal: exported to no other module.
 */
@NullMarked
package io.rhyton.training.progress;

import org.jspecify.annotations.NullMarked;
