/**
 * Random augmentation of images with the options of Keras's {@code ImageDataGenerator}.
 *
 * <p>Public. Layers that augment, such as {@code RandomFlip}, are in {@code io.rhyton.model.layer}.
 */
@NullMarked
package io.rhyton.model.augmentation;

import org.jspecify.annotations.NullMarked;
