/**
 * Evaluation reports: the {@linkplain io.rhyton.report.ConfusionMatrix confusion matrix}, the
 * {@linkplain io.rhyton.report.Misclassifications worst mistakes}, and a {@linkplain
 * io.rhyton.report.RunReport report} on a whole training run, as an HTML file.
 *
 * <p>A new section of the file is a method of {@code ReportSections}, styled in {@code report.css}.
 * The file loads no external resources, and all text is escaped by {@code Html}.
 */
@NullMarked
package io.rhyton.report;

import org.jspecify.annotations.NullMarked;
