package io.rhyton.training;

/** What a step is fed beside the samples. */
enum LabelForm {
  /** Nothing. */
  NONE,
  /** A class number for each sample. */
  CLASS_NUMBERS,
  /** A row of floats for each sample. */
  ROWS
}
