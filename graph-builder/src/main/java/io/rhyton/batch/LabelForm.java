package io.rhyton.batch;

import io.rhyton.graph.objective.LabelInput;

/** What a step is fed as the labels of an output. */
public enum LabelForm {
  /** Class numbers, one for each row of the output. */
  CLASS_NUMBERS,
  /** Floats of the output's shape. */
  ROWS;

  public static LabelForm of(LabelInput labels) {
    return labels.sparse() ? CLASS_NUMBERS : ROWS;
  }
}
