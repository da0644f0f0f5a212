package io.rhyton.savedmodel;

/**
 * What a written SavedModel contains besides inference, and what one that is read may do; see
 * {@link SavedModel#withTraining()}.
 *
 * @param training whether it contains functions for training and the optimizer state
 * @param isTrusted whether its graph may touch files, network and processes when it is read
 */
public record SavedModelOptions(boolean training, boolean isTrusted) {

  /** Returns options for inference only, and for reading files of unknown origin. */
  public static SavedModelOptions defaults() {
    return new SavedModelOptions(false, false);
  }

  /**
   * Returns options for reading a SavedModel whose author is trusted: its graph is run without a
   * check, and can do what the process can, for instance read and write files.
   */
  public static SavedModelOptions trusted() {
    return new SavedModelOptions(false, true);
  }

  /** Sets whether the model can be trained where it is loaded; false by default. */
  public SavedModelOptions training(boolean training) {
    return new SavedModelOptions(training, isTrusted);
  }
}
