package io.rhyton.checkpoint;

import io.rhyton.artifact.ArtifactException;
import io.rhyton.callback.Callback;
import io.rhyton.callback.Training;
import io.rhyton.error.Arguments;
import io.rhyton.history.History;
import io.rhyton.history.TrainingPlan;
import io.rhyton.history.TrainingState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Backs up the training state and resumes from it when an interrupted run is started again: with
 * the same seed and on the same machine's CPU, training then ends with exactly the weights of an
 * uninterrupted run. A backup contains the weights, the optimizer state, epoch and step, the
 * metrics so far, the order of the samples, and the state of the other callbacks.
 *
 * <p>Backups are written atomically; a damaged one is skipped with a warning, and the one before it
 * is used. Backups are deleted when training completes.
 *
 * <pre>{@code
 * model.fit(train, Fit.epochs(50).callbacks(BackupAndRestore.of(Path.of("backup"))));
 * }</pre>
 *
 * <p>Source: {@code keras/src/callbacks/backup_and_restore.py}, Keras 3.15, which restores only
 * weights and epoch.
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

  /**
   * Saves at the end of each epoch to a folder that only this run uses; it is created if needed.
   */
  public static BackupAndRestore of(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return new BackupAndRestore(folder, null, KEPT, true);
  }

  /** Also saves every given number of steps, at least 1. */
  public BackupAndRestore saveFreq(int steps) {
    Arguments.requirePositive("saveFreq", steps);
    return new BackupAndRestore(folder, steps, keep, deleteCheckpoint);
  }

  /** Sets the number of backups to keep, at least 1; 2 by default. */
  public BackupAndRestore keep(int keep) {
    return new BackupAndRestore(folder, saveFreq, keep, deleteCheckpoint);
  }

  /** Sets whether backups are deleted when training completes; true by default. */
  public BackupAndRestore deleteCheckpoint(boolean deleteCheckpoint) {
    return new BackupAndRestore(folder, saveFreq, keep, deleteCheckpoint);
  }

  /**
   * Resumes from the newest intact backup, if there is one.
   *
   * @throws ArtifactException if another run uses the folder, it cannot be written, or its backup
   *     is of a run with different data, batch size, sample order, augmentation, model or callbacks
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
          "Training resumes with different random numbers: compile the model with"
              + " Execution.defaults().seed({0}) to resume bit for bit.",
          Long.toString(theirs.seed()));
    }
  }

  private ArtifactException another(String expected, String received) {
    return new ArtifactException(
        BackupFolder.KIND,
        folder,
        "a backup of this run, with " + expected,
        received,
        "Give each run its own folder, or delete this one to start over.");
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
