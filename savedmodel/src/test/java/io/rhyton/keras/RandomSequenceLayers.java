package io.rhyton.keras;

import io.rhyton.model.layer.Bidirectional;
import io.rhyton.model.layer.Bidirectional.MergeMode;
import io.rhyton.model.layer.Dense;
import io.rhyton.model.layer.Dropout;
import io.rhyton.model.layer.Embedding;
import io.rhyton.model.layer.GRU;
import io.rhyton.model.layer.LSTM;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiHeadAttention;
import io.rhyton.model.layer.Recurrent;
import io.rhyton.model.layer.RecurrentOptions;
import io.rhyton.model.layer.SimpleRNN;
import io.rhyton.model.layer.TimeDistributed;
import io.rhyton.model.shape.Rank;
import io.rhyton.model.weight.WeightOptions;
import java.util.Random;

/** Random sequence layers. */
final class RandomSequenceLayers {
  private final Random random;
  private final RandomLayers options;

  RandomSequenceLayers(Random random, RandomLayers options) {
    this.random = random;
    this.options = options;
  }

  /** Returns a layer from a sequence to a sequence. */
  Layer sequenceLayer() {
    return switch (random.nextInt(4)) {
      case 0 -> recurrent(true);
      case 1 -> bidirectional(true);
      case 2 -> TimeDistributed.of(Dense.of(1 + random.nextInt(3)).useBias(random.nextBoolean()));
      default -> TimeDistributed.of(Dropout.of(random.nextDouble()));
    };
  }

  /** Returns a layer from a sequence to a vector. */
  Layer collapsingLayer() {
    return random.nextBoolean() ? recurrent(false) : bidirectional(false);
  }

  Embedding embedding(int rows) {
    return new Embedding(rows, 1 + random.nextInt(3), weight(), options.regularizer());
  }

  MultiHeadAttention attention() {
    // Keras 3.15 attends wrongly with heads of size 1 and as many positions as heads.
    return new MultiHeadAttention(
        1 + random.nextInt(3),
        2 + random.nextInt(2),
        2 + random.nextInt(2),
        random.nextInt(2) * random.nextDouble(),
        random.nextBoolean(),
        weight(),
        weight(),
        options.seed(),
        random.nextBoolean());
  }

  private Bidirectional<Rank> bidirectional(boolean sequences) {
    MergeMode[] modes = MergeMode.values();
    Recurrent<Rank> forward = recurrent(sequences).goBackwards(false);
    boolean same = random.nextBoolean();
    Recurrent<Rank> other = simple(forward.units(), sequences).goBackwards(true);
    return new Bidirectional<>(forward, modes[random.nextInt(modes.length)], same ? null : other);
  }

  private Recurrent<Rank> recurrent(boolean sequences) {
    int units = 1 + random.nextInt(3);
    return switch (random.nextInt(3)) {
      case 0 -> simple(units, sequences);
      case 1 -> lstm(units, sequences);
      default -> gru(units, sequences);
    };
  }

  private Recurrent<Rank> simple(int units, boolean sequences) {
    return new SimpleRNN<>(units, recurrentOptions(), sequences);
  }

  private Recurrent<Rank> lstm(int units, boolean sequences) {
    return new LSTM<>(
        units,
        recurrentOptions(),
        options.activation(),
        random.nextBoolean(),
        options.regularizer(),
        sequences);
  }

  private Recurrent<Rank> gru(int units, boolean sequences) {
    return new GRU<>(
        units,
        recurrentOptions(),
        options.activation(),
        random.nextBoolean(),
        options.regularizer(),
        sequences);
  }

  private RecurrentOptions recurrentOptions() {
    return new RecurrentOptions(
        options.activation(),
        random.nextBoolean(),
        weight(),
        weight(),
        weight(),
        random.nextInt(2) * random.nextDouble(),
        random.nextInt(2) * random.nextDouble(),
        options.seed(),
        random.nextBoolean());
  }

  private WeightOptions weight() {
    return new WeightOptions(options.initializer(), options.regularizer(), null);
  }
}
