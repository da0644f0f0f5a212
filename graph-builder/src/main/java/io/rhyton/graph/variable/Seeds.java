package io.rhyton.graph.variable;

import org.jspecify.annotations.Nullable;

/**
 * Seeds of layers and weights: their own, or one derived from the model's seed and their name, so
 * that adding or removing a layer does not change the random numbers of the others.
 */
public final class Seeds {
  /** Keras reduces a seed to this range before passing it to TensorFlow. */
  private static final long RANGE = Integer.MAX_VALUE - 1L;

  private final long modelSeed;

  public Seeds(long modelSeed) {
    this.modelSeed = modelSeed;
  }

  long of(@Nullable Long own, String name) {
    return Math.floorMod(own != null ? own : mix(modelSeed ^ mix(fingerprint(name))), RANGE);
  }

  /** 64-bit FNV-1a. */
  private static long fingerprint(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finisher of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
