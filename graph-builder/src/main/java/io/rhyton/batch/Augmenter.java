package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.augmentation.ImageDataGenerator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Augments the images of batches, if there is a generator. The session is opened with the first
 * data, which determines the image shape. Thread-safe.
 */
public final class Augmenter implements AutoCloseable {
  private final @Nullable ImageDataGenerator generator;
  private final long seed;
  private final Execution execution;
  private @Nullable AugmentationSession session;

  /**
   * Creates an augmenter.
   *
   * @param generator the augmentation; null for none
   * @param seed the model's seed
   */
  public Augmenter(@Nullable ImageDataGenerator generator, long seed, Execution execution) {
    this.generator = generator;
    this.seed = seed;
    this.execution = execution;
  }

  /**
   * Validates data to augment, and returns it.
   *
   * @param data the data, its inputs in the model's order
   * @throws DataException if it does not fit the generator, or differs in shape from earlier data
   */
  @SuppressWarnings("MustBeClosedChecker") // Closed with this.
  public synchronized Dataset require(Dataset data) {
    if (generator != null) {
      if (session == null) {
        session = AugmentationSession.open(generator, data, seed, execution);
      }
      session.requireShape(data);
    }
    return data;
  }

  /**
   * Validates data to standardize, and returns it.
   *
   * @param data the data, its inputs in the model's order
   * @throws DataException if it does not fit the generator, or differs in shape from earlier data
   */
  public Dataset requireStandardizable(Dataset data) {
    return standardizes() ? require(data) : data;
  }

  private boolean standardizes() {
    return generator != null && generator.standardization().standardizes();
  }

  /** The index of the image input. */
  public int input() {
    return session().input();
  }

  /** The images of a batch. */
  public float[] images(Feed feed) {
    return session().images(feed);
  }

  /** Applies a step's geometric and color transformations, without standardization. */
  public BatchTransform augmented(long step) {
    return (feed, batch) -> session().transform(feed, step);
  }

  /**
   * Augments and standardizes training batches.
   *
   * @param first the step that determines the random values of the first batch
   */
  public BatchTransform forTraining(long first) {
    return generator == null
        ? BatchTransform.NONE
        : (feed, batch) -> session().augment(feed, first + batch);
  }

  /** Standardizes batches for evaluation, if the generator standardizes at all. */
  public BatchTransform forEvaluation() {
    return standardizes() ? (feed, batch) -> session().standardize(feed) : BatchTransform.NONE;
  }

  private synchronized AugmentationSession session() {
    return Objects.requireNonNull(session, "require must be called first");
  }

  @Override
  public synchronized void close() {
    if (session != null) {
      session.close();
    }
  }
}
