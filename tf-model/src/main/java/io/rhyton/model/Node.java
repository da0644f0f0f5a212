package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.Collapsing;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Keeping;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.Mapping;
import io.rhyton.model.layer.Merging;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.UnaryArithmetic;
import io.rhyton.model.shape.Rank;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a functional model while it is built: Keras's {@code KerasTensor}. {@link Functional}
 * makes the first ones, layers make new ones of them, and {@link Functional#build} makes a model of
 * where they lead. Immutable.
 *
 * <p>Arithmetic on nodes is that on tensors in Python: {@code x.times(2)} is {@code x * 2}. Two
 * nodes have one rank; a size of 1 fits any other.
 *
 * @param <R> what the tensor is
 */
public final class Node<R extends Rank> {
  private final Use use;
  private final int index;

  private Node(Use use, int index) {
    this.use = use;
    this.index = index;
  }

  static <R extends Rank> Node<R> input(@Nullable String name, InputLayer layer) {
    return new Node<>(new Use(new Member(name, layer, true), List.of(), false), 0);
  }

  /** Calls a layer that takes what this is, named after its type. */
  public <O extends Rank> Node<O> then(Mapping<? super R, O> layer) {
    return apply(null, layer);
  }

  /** Calls a layer that takes any rank, named after its type. */
  public <O extends Rank> Node<O> then(Collapsing<O> layer) {
    return apply(null, layer);
  }

  /** Calls a layer that leaves the rank as it is, named after its type. */
  public Node<R> then(Keeping layer) {
    return apply(null, layer);
  }

  /** Calls a named layer that takes what this is. */
  public <O extends Rank> Node<O> then(String name, Mapping<? super R, O> layer) {
    return apply(name, layer);
  }

  /** Calls a named layer that takes any rank. */
  public <O extends Rank> Node<O> then(String name, Collapsing<O> layer) {
    return apply(name, layer);
  }

  /** Calls a named layer that leaves the rank as it is. */
  public Node<R> then(String name, Keeping layer) {
    return apply(name, layer);
  }

  private <O extends Rank> Node<O> apply(@Nullable String name, Layer layer) {
    return new Node<>(new Use(new Member(name, layer, true), List.of(this), false), 0);
  }

  /** Merges nodes into one of the same rank. */
  public static <R extends Rank> Node<R> merge(Merging layer, List<Node<R>> inputs) {
    return new Node<>(new Use(new Member(null, layer, true), List.copyOf(inputs), false), 0);
  }

  /** The sum with another node, value by value: {@code x + y}. */
  public Node<R> plus(Node<R> other) {
    return merge(Arithmetic.of(Operator.ADD), List.of(this, other));
  }

  /** A number added to every value: {@code x + 2}. */
  public Node<R> plus(double number) {
    return then(NumberArithmetic.of(Operator.ADD, number));
  }

  /** The difference from another node, value by value: {@code x - y}. */
  public Node<R> minus(Node<R> other) {
    return merge(Arithmetic.of(Operator.SUBTRACT), List.of(this, other));
  }

  /** A number subtracted from every value: {@code x - 2}. */
  public Node<R> minus(double number) {
    return then(NumberArithmetic.of(Operator.SUBTRACT, number));
  }

  /** Every value subtracted from a number: {@code 1 - x}. */
  public Node<R> subtractedFrom(double number) {
    return then(NumberArithmetic.of(Operator.SUBTRACT, number).numberFirst(true));
  }

  /** The product with another node, value by value: {@code x * y}. */
  public Node<R> times(Node<R> other) {
    return merge(Arithmetic.of(Operator.MULTIPLY), List.of(this, other));
  }

  /** Every value times a number: {@code x * 2}. */
  public Node<R> times(double number) {
    return then(NumberArithmetic.of(Operator.MULTIPLY, number));
  }

  /** The quotient by another node, value by value: {@code x / y}. */
  public Node<R> dividedBy(Node<R> other) {
    return merge(Arithmetic.of(Operator.DIVIDE), List.of(this, other));
  }

  /** Every value divided by a number: {@code x / 2}. */
  public Node<R> dividedBy(double number) {
    return then(NumberArithmetic.of(Operator.DIVIDE, number));
  }

  /** A number divided by every value: {@code 1 / x}. */
  public Node<R> divisorOf(double number) {
    return then(NumberArithmetic.of(Operator.DIVIDE, number).numberFirst(true));
  }

  /** To the power of another node, value by value: {@code x ** y}. */
  public Node<R> power(Node<R> other) {
    return merge(Arithmetic.of(Operator.POWER), List.of(this, other));
  }

  /** Every value to the power of a number: {@code x ** 2}. */
  public Node<R> power(double number) {
    return then(NumberArithmetic.of(Operator.POWER, number));
  }

  /** A number to the power of every value: {@code 2 ** x}. */
  public Node<R> exponentOf(double base) {
    return then(NumberArithmetic.of(Operator.POWER, base).numberFirst(true));
  }

  /** Every value with the other sign: {@code -x}. */
  public Node<R> negated() {
    return then(UnaryArithmetic.of(UnaryArithmetic.Operator.NEGATIVE));
  }

  /** Every value without its sign: {@code abs(x)}. */
  public Node<R> absolute() {
    return then(UnaryArithmetic.of(UnaryArithmetic.Operator.ABSOLUTE));
  }

  /** Calls a model on nodes. */
  public static <O extends Rank> Node<O> call(NestedModel<O> model, List<Node<?>> inputs) {
    return new Node<>(new Use(new Member(null, model, true), inputs, false), 0);
  }

  /**
   * Calls the layer that made this once more, on something else, with the same weights.
   *
   * @param inputs as many as the layer takes
   */
  public Node<R> again(Node<?>... inputs) {
    return new Node<>(new Use(use.member, List.of(inputs), false), index);
  }

  /** The same call of the same layer, which has a name of its own now. */
  public Node<R> named(String name) {
    LayerSpec.requireName("layer name", name);
    Member member = new Member(name, use.member.layer, use.member.trainable);
    return new Node<>(new Use(member, use.inputs, use.inferenceMode), index);
  }

  /**
   * The same call of the same layer or model, which now runs in inference mode even while the model
   * trains: dropout passes its input on, and batch normalisation uses its moving averages and
   * leaves them as they are. Weights are still trained unless they are frozen.
   *
   * <p>This is what Keras 2 does with {@code layer(x, training=False)}. Keras 3 ignores that
   * argument in {@code fit}, so a {@code .keras} file cannot keep it.
   */
  public Node<R> inInferenceMode() {
    return new Node<>(new Use(use.member, use.inputs, true), index);
  }

  /**
   * Another output of the model that made this.
   *
   * @param index which, from 0
   * @param rank what it is; if it is not, the layer that reads it says so
   */
  public <O extends Rank> Node<O> output(int index, Class<O> rank) {
    Objects.requireNonNull(rank, "rank");
    return new Node<>(use, Arguments.requireNotNegative("index", index));
  }

  /** The first output of a call of a layer of another model. */
  static Node<?> copied(Member member, List<Node<?>> inputs, boolean inferenceMode) {
    return new Node<>(new Use(member, inputs, inferenceMode), 0);
  }

  /** Another output of the same call, of the rank that the caller found. */
  <O extends Rank> Node<O> at(int index) {
    return new Node<>(use, index);
  }

  Use use() {
    return use;
  }

  int index() {
    return index;
  }

  /** A layer of the model to be: the same object wherever it is shared. */
  static final class Member {
    private final @Nullable String name;
    private final Layer layer;
    private final boolean trainable;

    private Member(@Nullable String name, Layer layer, boolean trainable) {
      this.name = name;
      this.layer = layer;
      this.trainable = trainable;
    }

    static Member of(LayerSpec layer) {
      return new Member(layer.name(), layer.layer(), layer.trainable());
    }

    @Nullable String name() {
      return name;
    }

    Layer layer() {
      return layer;
    }

    boolean trainable() {
      return trainable;
    }
  }

  /** One call of a layer: the same object for each of its outputs. */
  static final class Use {
    private final Member member;
    private final List<Node<?>> inputs;
    private final boolean inferenceMode;

    private Use(Member member, List<Node<?>> inputs, boolean inferenceMode) {
      this.member = member;
      this.inputs = inputs;
      this.inferenceMode = inferenceMode;
    }

    Member member() {
      return member;
    }

    List<Node<?>> inputs() {
      return inputs;
    }

    boolean inferenceMode() {
      return inferenceMode;
    }
  }
}
