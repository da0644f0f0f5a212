package io.rhyton.model.weight;

/**
 * A visitor with one method per initializer.
 *
 * @param <T> the return type of the methods
 */
public interface InitializerVisitor<T> {
  T constant(Constant initializer);

  T fanAxes(FanAxes initializer);

  T glorotNormal(GlorotNormal initializer);

  T glorotUniform(GlorotUniform initializer);

  T heNormal(HeNormal initializer);

  T heUniform(HeUniform initializer);

  T identityInitializer(IdentityInitializer initializer);

  T lecunNormal(LecunNormal initializer);

  T lecunUniform(LecunUniform initializer);

  T ones(Ones initializer);

  T orthogonal(Orthogonal initializer);

  T randomNormal(RandomNormal initializer);

  T randomUniform(RandomUniform initializer);

  T truncatedNormal(TruncatedNormal initializer);

  T unitForgetBias(UnitForgetBias initializer);

  T varianceScaling(VarianceScaling initializer);

  T zeros(Zeros initializer);
}
