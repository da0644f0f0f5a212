/**
 * CSV files as data sets.
 *
 * <p>Public: {@link io.rhyton.data.csv.CsvFile}. A new kind of column is a class beside {@code
 * CsvNumbers}.
 */
@NullMarked
package io.rhyton.data.csv;

import org.jspecify.annotations.NullMarked;
