package io.rhyton.savedmodel;

/**
 * What a SavedModel holds beside inference; a value as {@link SavedModel#withTraining()} makes it.
 *
 * @param training whether it holds the functions that train it and the optimizer's state
 */
public record SavedModelOptions(boolean training) {

  /** Inference alone, and the weights. */
  public static SavedModelOptions defaults() {
    return new SavedModelOptions(false);
  }

  /** Sets whether the model can be trained where it is loaded; false unless set. */
  public SavedModelOptions training(boolean training) {
    return new SavedModelOptions(training);
  }
}
