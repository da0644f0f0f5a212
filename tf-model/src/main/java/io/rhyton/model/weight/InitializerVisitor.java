package io.rhyton.model.weight;

/**
 * One method for each initializer.
 *
 * @param <T> what the methods return
 */
public interface InitializerVisitor<T> {
  /** Visits one value. */
  T constant(Constant initializer);

  /** Visits an initializer that is told its axes. */
  T fanAxes(FanAxes initializer);

  /** Visits a normal distribution scaled by Glorot's rule. */
  T glorotNormal(GlorotNormal initializer);

  /** Visits a uniform distribution scaled by Glorot's rule. */
  T glorotUniform(GlorotUniform initializer);

  /** Visits a normal distribution scaled by He's rule. */
  T heNormal(HeNormal initializer);

  /** Visits a uniform distribution scaled by He's rule. */
  T heUniform(HeUniform initializer);

  /** Visits an identity matrix. */
  T identity(Identity initializer);

  /** Visits a normal distribution scaled by Lecun's rule. */
  T lecunNormal(LecunNormal initializer);

  /** Visits a uniform distribution scaled by Lecun's rule. */
  T lecunUniform(LecunUniform initializer);

  /** Visits all ones. */
  T ones(Ones initializer);

  /** Visits orthogonal vectors. */
  T orthogonal(Orthogonal initializer);

  /** Visits a normal distribution. */
  T randomNormal(RandomNormal initializer);

  /** Visits a uniform distribution. */
  T randomUniform(RandomUniform initializer);

  /** Visits a truncated normal distribution. */
  T truncatedNormal(TruncatedNormal initializer);

  /** Visits ones for a forget gate. */
  T unitForgetBias(UnitForgetBias initializer);

  /** Visits a distribution scaled by the fan. */
  T varianceScaling(VarianceScaling initializer);

  /** Visits all zeros. */
  T zeros(Zeros initializer);
}
