package io.rhyton.training;

import io.rhyton.graph.LabelInput;

/** What a step is fed as the labels of an output. */
enum LabelForm {
  /** Class numbers, one for each row of the output. */
  CLASS_NUMBERS,
  /** Floats of the output's shape. */
  ROWS;

  static LabelForm of(LabelInput labels) {
    return labels.sparse() ? CLASS_NUMBERS : ROWS;
  }
}
