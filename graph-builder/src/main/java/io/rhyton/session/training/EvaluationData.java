package io.rhyton.session.training;

import com.google.errorprone.annotations.MustBeClosed;
import io.rhyton.batch.Batches;

/** Data to evaluate on. */
interface EvaluationData {

  /** Starts a pass over the batches. */
  @MustBeClosed
  Batches pass();
}
