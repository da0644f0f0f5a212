/**
 * Optimizers, their options, their state and slot variables.
 *
 * <p>Public. To add an optimizer, follow "Adding a layer" in CONTRIBUTING; its slot variables are
 * listed in {@code SlotGroups}.
 */
@NullMarked
package io.rhyton.model.optimizer;

import org.jspecify.annotations.NullMarked;
