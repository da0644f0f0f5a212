package io.rhyton.savedmodel;

/**
 * What a SavedModel contains besides inference; see {@link SavedModel#withTraining()}.
 *
 * @param training whether it contains functions for training and the optimizer state
 */
public record SavedModelOptions(boolean training) {

  /** Returns options for inference only. */
  public static SavedModelOptions defaults() {
    return new SavedModelOptions(false);
  }

  /** Sets whether the model can be trained where it is loaded; false by default. */
  public SavedModelOptions training(boolean training) {
    return new SavedModelOptions(training);
  }
}
