/**
 * Callbacks that save during training: models to keep ({@link
 * io.rhyton.checkpoint.ModelCheckpoint}), and backups from which an interrupted run resumes ({@link
 * io.rhyton.checkpoint.BackupAndRestore}).
 *
 * <p>A new callback that writes Keras files belongs here, any other in {@link io.rhyton.callback}.
 */
@NullMarked
package io.rhyton.checkpoint;

import org.jspecify.annotations.NullMarked;
