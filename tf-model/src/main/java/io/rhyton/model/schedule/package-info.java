/**
 * Learning rates: constants and Keras's schedules.
 *
 * <p>Public. To add a schedule, write its record and name it in {@link
 * io.rhyton.model.schedule.LearningRateVisitor}.
 */
@NullMarked
package io.rhyton.model.schedule;

import org.jspecify.annotations.NullMarked;
