/**
 * What a trained model is worth, to look at: which classes it takes for which ({@link
 * io.rhyton.report.ConfusionMatrix}), where it is most wrong ({@link io.rhyton.report.Mistakes}),
 * and all of a run in one HTML file ({@link io.rhyton.report.RunReport}).
 *
 * <p>A new section of the file is a method of {@code ReportSections}, its looks are in {@code
 * report.css}. Nothing in the file comes from outside of it, and all text is escaped by {@code
 * Html}.
 */
@NullMarked
package io.rhyton.report;

import org.jspecify.annotations.NullMarked;
