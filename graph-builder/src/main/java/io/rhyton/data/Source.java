package io.rhyton.data;

/**
 * What a model trains, evaluates or predicts on: a {@link Dataset} of samples, or a {@link
 * BatchSource} that generates batches on demand.
 *
 * <p>A lambda is passed through one of the factories of {@code BatchSource}:
 *
 * <pre>{@code
 * model.fit(BatchSource.ofPasses(pass -> Stream.of(train)), Fit.epochs(5));
 * }</pre>
 */
public sealed interface Source permits Dataset, BatchSource {}
