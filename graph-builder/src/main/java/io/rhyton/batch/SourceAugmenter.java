package io.rhyton.batch;

import io.rhyton.data.DataException;
import io.rhyton.data.Dataset;
import io.rhyton.execution.Execution;
import io.rhyton.model.augmentation.ImageDataGenerator;
import io.rhyton.model.shape.ShapeText;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * Changes the images of batches of a source, if that is asked for. What they are like is known when
 * the first batch comes; its session is started then.
 */
public final class SourceAugmenter implements AutoCloseable {
  private final @Nullable ImageDataGenerator generator;
  private final long seed;
  private final Execution execution;
  private @Nullable Opened opened;

  /** What changes images of a shape. */
  private record Opened(Augmenter augmenter, Shape image) {}

  /**
   * Starts nothing yet.
   *
   * @param generator what is done; null for nothing
   * @param seed the model's
   */
  public SourceAugmenter(@Nullable ImageDataGenerator generator, long seed, Execution execution) {
    this.generator = generator;
    this.seed = seed;
    this.execution = execution;
  }

  /**
   * Checks a batch before it is changed, and returns it.
   *
   * @param batch its inputs in the order in which the model takes them
   * @throws DataException if it does not fit the generator, or the batches before it
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
          "Resize the images, or change them by layers such as RandomFlip.");
    }
    return batch;
  }

  /** Changes batches to be trained on, the first of which is drawn as this step. */
  public BatchChange trained(long first) {
    return (feed, batch) -> {
      Augmenter augmenter = augmenter();
      if (augmenter != null) {
        augmenter.augment(feed, first + batch);
      }
    };
  }

  /** Standardizes batches to be measured. */
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
