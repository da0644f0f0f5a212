package io.rhyton.batch;

import io.rhyton.graph.objective.LabelInput;

/** The form in which the labels of an output are fed to a step. */
public enum LabelForm {
  /** Integer labels, one per position of the output. */
  CLASS_INDICES,
  /** Floats in the output's shape. */
  ROWS;

  public static LabelForm of(LabelInput labels) {
    return labels.sparse() ? CLASS_INDICES : ROWS;
  }
}
