package io.rhyton.model.weight;

/**
 * One method for each initializer.
 *
 * @param <T> what the methods return
 */
public interface InitializerVisitor<T> {
  /** Visits a uniform distribution scaled by Glorot's rule. */
  T glorotUniform(GlorotUniform initializer);

  /** Visits a normal distribution scaled by He's rule. */
  T heNormal(HeNormal initializer);

  /** Visits all ones. */
  T ones(Ones initializer);

  /** Visits all zeros. */
  T zeros(Zeros initializer);
}
