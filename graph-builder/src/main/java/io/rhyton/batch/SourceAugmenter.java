package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.shape.ShapeText;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Augments the images of a source's batches, if there is a generator. The session is opened with
 * the first batch, which determines the image shape.
 */
public final class SourceAugmenter implements AutoCloseable {
  private final @Nullable ImageDataGenerator generator;
  private final long seed;
  private final Execution execution;
  private @Nullable Opened opened;

  /** An augmenter for images of a shape. */
  private record Opened(Augmenter augmenter, Shape image) {}

  /**
   * Creates an augmenter; the session is opened with the first batch.
   *
   * @param generator the augmentation; null for none
   * @param seed the model's seed
   */
  public SourceAugmenter(@Nullable ImageDataGenerator generator, long seed, Execution execution) {
    this.generator = generator;
    this.seed = seed;
    this.execution = execution;
  }

  /**
   * Validates a batch before it is augmented, and returns it.
   *
   * @param batch the batch, its inputs in the model's order
   * @throws DataException if it does not fit the generator, or differs in shape from earlier
   *     batches
   */
  @SuppressWarnings("MustBeClosedChecker") // Closed with this.
  public synchronized Dataset require(Dataset batch) {
    if (generator == null) {
      return batch;
    }
    Opened known = opened;
    if (known == null) {
      Augmenter augmenter = Augmenter.open(generator, batch, seed, execution);
      known = new Opened(augmenter, batch.inputs().get(augmenter.input()).shape());
      opened = known;
    }
    Shape found = batch.inputs().get(known.augmenter.input()).shape();
    if (!found.equals(known.image)) {
      throw new DataException(
          Augmenter.WHERE,
          "images of " + ShapeText.of(known.image) + ", as before",
          ShapeText.of(found),
          "Resize the images, or augment with layers such as RandomFlip.");
    }
    return batch;
  }

  /** Augments training batches; the first one uses the random values of step {@code first}. */
  public BatchChange trained(long first) {
    return (feed, batch) -> {
      Augmenter augmenter = augmenter();
      if (augmenter != null) {
        augmenter.augment(feed, first + batch);
      }
    };
  }

  /** Standardizes batches for evaluation. */
  public BatchChange measured() {
    return (feed, batch) -> {
      Augmenter augmenter = augmenter();
      if (augmenter != null) {
        augmenter.standardize(feed);
      }
    };
  }

  private synchronized @Nullable Augmenter augmenter() {
    return opened == null ? null : opened.augmenter;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.augmenter.close();
    }
  }
}
