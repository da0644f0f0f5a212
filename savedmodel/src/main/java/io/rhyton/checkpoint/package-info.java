/**
 * What a training saves as it runs: models to keep ({@link io.rhyton.checkpoint.ModelCheckpoint}),
 * and backups from which it goes on after it was killed ({@link
 * io.rhyton.checkpoint.BackupAndRestore}).
 */
@NullMarked
package io.rhyton.checkpoint;

import org.jspecify.annotations.NullMarked;
