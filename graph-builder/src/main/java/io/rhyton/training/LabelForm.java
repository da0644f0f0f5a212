package io.rhyton.training;

import io.rhyton.graph.LabelInput;

/** The form in which the labels of an output are fed to a step. */
enum LabelForm {
  /** Integer labels, one per position of the output. */
  CLASS_NUMBERS,
  /** Floats in the output's shape. */
  ROWS;

  static LabelForm of(LabelInput labels) {
    return labels.sparse() ? CLASS_NUMBERS : ROWS;
  }
}
