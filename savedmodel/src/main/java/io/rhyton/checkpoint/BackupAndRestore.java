package io.rhyton.checkpoint;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.batch.TrainingPlan;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.error.Arguments;
import io.rhyton.history.History;
import io.rhyton.history.TrainingState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Saves a training as it runs, and lets it go on from there when it is started again after it was
 * killed: with one seed and on one machine's CPU it then ends with the very weights of a training
 * that was never killed. Saved are weights, the optimizer's state, epoch and step, what was
 * measured, the order of the samples, and what the other callbacks counted.
 *
 * <p>A backup appears whole or not at all; one that is damaged is passed over, with a warning, for
 * the one before it. When training ends, its backups are deleted.
 *
 * <p>Source: {@code keras/src/callbacks/backup_and_restore.py}, Keras 3.15, which restores weights
 * and epoch.
 */
public final class BackupAndRestore implements Callback {
  private static final Logger LOGGER = System.getLogger(BackupAndRestore.class.getName());
  private static final int KEPT = 2;

  private final Path folder;
  private final @Nullable Integer saveFreq;
  private final int keep;
  private final boolean deleteCheckpoint;
  private @Nullable BackupFolder backups;
  private int steps;

  private BackupAndRestore(
      Path folder, @Nullable Integer saveFreq, int keep, boolean deleteCheckpoint) {
    this.folder = folder;
    this.saveFreq = saveFreq;
    this.keep = Arguments.requirePositive("keep", keep);
    this.deleteCheckpoint = deleteCheckpoint;
  }

  /** Saves at the end of each epoch, into a folder of this training alone, which is made. */
  public static BackupAndRestore of(Path folder) {
    return new BackupAndRestore(folder, null, KEPT, true);
  }

  /** Saves also every so many steps, at least 1. */
  public BackupAndRestore saveFreq(int steps) {
    Arguments.requirePositive("saveFreq", steps);
    return new BackupAndRestore(folder, steps, keep, deleteCheckpoint);
  }

  /** Sets how many backups are kept, at least 1; 2 unless set. */
  public BackupAndRestore keep(int keep) {
    return new BackupAndRestore(folder, saveFreq, keep, deleteCheckpoint);
  }

  /** Sets whether backups are deleted when training ends; true unless set. */
  public BackupAndRestore deleteCheckpoint(boolean deleteCheckpoint) {
    return new BackupAndRestore(folder, saveFreq, keep, deleteCheckpoint);
  }

  /**
   * Goes on from the newest backup that is whole, if there is one.
   *
   * @throws ArtifactException if another training uses the folder, it cannot be written, or its
   *     backup is of a training of other data, batch size, order, changes of images, model or
   *     callbacks
   */
  @Override
  @SuppressWarnings("MustBeClosedChecker") // Closed by onTrainExit, however training ends.
  public void onTrainBegin(Training training) {
    BackupFolder opened = BackupFolder.open(folder);
    backups = opened;
    steps = 0;
    Backup newest = opened.newest();
    if (newest != null) {
      requireSame(training.state(), newest.state());
      training.resume(newest.state(), newest.weights(), newest.optimizer());
    }
  }

  private void requireSame(TrainingState current, TrainingState saved) {
    TrainingPlan ours = current.plan();
    TrainingPlan theirs = saved.plan();
    if (!ours.fits(theirs)) {
      throw another(ours.toString(), theirs.toString());
    }
    if (current.callbacks().size() != saved.callbacks().size()) {
      throw another(
          current.callbacks().size() + " callbacks", Integer.toString(saved.callbacks().size()));
    }
    if (ours.seed() != theirs.seed()) {
      LOGGER.log(
          Level.WARNING,
          "Training goes on with other random numbers: compile the model with"
              + " Execution.defaults().seed({0}) to go on bit for bit.",
          Long.toString(theirs.seed()));
    }
  }

  private ArtifactException another(String expected, String received) {
    return new ArtifactException(
        BackupFolder.KIND,
        folder,
        "a backup of this training, with " + expected,
        received,
        "Give each training a folder of its own, or delete this one to begin anew.");
  }

  @Override
  public void onProgress(Training training) {
    boolean epochEnded = training.step() == 0;
    if (!epochEnded) {
      steps++;
    }
    if (backups != null && (epochEnded || (saveFreq != null && steps % saveFreq == 0))) {
      backups.add(training, keep);
    }
  }

  @Override
  public void onTrainEnd(Training training, History history) {
    if (backups != null && deleteCheckpoint && !history.interrupted()) {
      backups.clear();
    }
  }

  @Override
  public void onTrainExit(Training training) {
    if (backups != null) {
      backups.close();
      backups = null;
    }
  }
}
