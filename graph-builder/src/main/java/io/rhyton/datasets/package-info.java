/**
 * Data sets that are downloaded or generated: CIFAR-10 and synthetic shapes.
 *
 * <p>Public. A new data set downloads with {@code Downloader} into the shared cache and checks
 * sizes and hashes.
 */
@NullMarked
package io.rhyton.datasets;

import org.jspecify.annotations.NullMarked;
