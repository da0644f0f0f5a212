/**
 * Optimizers, their options, their state and slot variables.
 *
 * <p>Public. To add an optimizer, follow "Adding a layer" in CONTRIBUTING; its slot variables are
 * those that {@code slots()} returns.
 */
@NullMarked
package io.rhyton.model.optimizer;

import org.jspecify.annotations.NullMarked;
