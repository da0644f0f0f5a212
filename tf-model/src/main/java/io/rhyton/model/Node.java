package io.rhyton.model;

import io.rhyton.error.Arguments;
import io.rhyton.model.layer.Arithmetic;
import io.rhyton.model.layer.Arithmetic.Operator;
import io.rhyton.model.layer.FromAnyRank;
import io.rhyton.model.layer.InputLayer;
import io.rhyton.model.layer.Layer;
import io.rhyton.model.layer.MultiInput;
import io.rhyton.model.layer.NestedModel;
import io.rhyton.model.layer.NumberArithmetic;
import io.rhyton.model.layer.RankMapping;
import io.rhyton.model.layer.RankPreserving;
import io.rhyton.model.layer.UnaryOperation;
import io.rhyton.model.shape.Rank;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A symbolic tensor of a functional model under construction: Keras's {@code KerasTensor}. {@link
 * Functional} creates the inputs, calling layers creates further nodes, and {@link
 * Functional#build} builds a model from its inputs and outputs. Immutable.
 *
 * <p>Arithmetic on nodes mirrors that on tensors in Python: {@code x.times(2)} is {@code x * 2}.
 * Both operands have the same rank; sizes of 1 are broadcast.
 *
 * @param <R> the rank of the tensor
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

  /** Calls a layer that accepts this rank, named after its type. */
  public <O extends Rank> Node<O> then(RankMapping<? super R, O> layer) {
    Objects.requireNonNull(layer, "layer");
    return apply(null, layer);
  }

  /** Calls a layer that accepts any rank, named after its type. */
  public <O extends Rank> Node<O> then(FromAnyRank<O> layer) {
    Objects.requireNonNull(layer, "layer");
    return apply(null, layer);
  }

  /** Calls a layer that preserves the rank, named after its type. */
  public Node<R> then(RankPreserving layer) {
    Objects.requireNonNull(layer, "layer");
    return apply(null, layer);
  }

  /** Calls a named layer that accepts this rank. */
  public <O extends Rank> Node<O> then(String name, RankMapping<? super R, O> layer) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layer, "layer");
    return apply(name, layer);
  }

  /** Calls a named layer that accepts any rank. */
  public <O extends Rank> Node<O> then(String name, FromAnyRank<O> layer) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layer, "layer");
    return apply(name, layer);
  }

  /** Calls a named layer that preserves the rank. */
  public Node<R> then(String name, RankPreserving layer) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layer, "layer");
    return apply(name, layer);
  }

  private <O extends Rank> Node<O> apply(@Nullable String name, Layer layer) {
    return new Node<>(new Use(new Member(name, layer, true), List.of(this), false), 0);
  }

  /** Merges nodes of the same rank into one. */
  public static <R extends Rank> Node<R> merge(MultiInput layer, List<Node<R>> inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    Objects.requireNonNull(layer, "layer");
    return new Node<>(new Use(new Member(null, layer, true), List.copyOf(inputs), false), 0);
  }

  /** Adds another node elementwise: {@code x + y}. */
  public Node<R> plus(Node<R> other) {
    Objects.requireNonNull(other, "other");
    return merge(Arithmetic.of(Operator.ADD), List.of(this, other));
  }

  /** Adds a number to every element: {@code x + 2}. */
  public Node<R> plus(double number) {
    return then(NumberArithmetic.of(Operator.ADD, number));
  }

  /** Subtracts another node elementwise: {@code x - y}. */
  public Node<R> minus(Node<R> other) {
    Objects.requireNonNull(other, "other");
    return merge(Arithmetic.of(Operator.SUBTRACT), List.of(this, other));
  }

  /** Subtracts a number from every element: {@code x - 2}. */
  public Node<R> minus(double number) {
    return then(NumberArithmetic.of(Operator.SUBTRACT, number));
  }

  /** Subtracts every element from a number: {@code 1 - x}. */
  public Node<R> subtractedFrom(double number) {
    return then(NumberArithmetic.of(Operator.SUBTRACT, number).numberFirst(true));
  }

  /** Multiplies by another node elementwise: {@code x * y}. */
  public Node<R> times(Node<R> other) {
    Objects.requireNonNull(other, "other");
    return merge(Arithmetic.of(Operator.MULTIPLY), List.of(this, other));
  }

  /** Multiplies every element by a number: {@code x * 2}. */
  public Node<R> times(double number) {
    return then(NumberArithmetic.of(Operator.MULTIPLY, number));
  }

  /** Divides by another node elementwise: {@code x / y}. */
  public Node<R> dividedBy(Node<R> other) {
    Objects.requireNonNull(other, "other");
    return merge(Arithmetic.of(Operator.DIVIDE), List.of(this, other));
  }

  /** Divides every element by a number: {@code x / 2}. */
  public Node<R> dividedBy(double number) {
    return then(NumberArithmetic.of(Operator.DIVIDE, number));
  }

  /** Divides a number by every element: {@code 1 / x}. */
  public Node<R> divisorOf(double number) {
    return then(NumberArithmetic.of(Operator.DIVIDE, number).numberFirst(true));
  }

  /** Raises to the power of another node elementwise: {@code x ** y}. */
  public Node<R> power(Node<R> other) {
    Objects.requireNonNull(other, "other");
    return merge(Arithmetic.of(Operator.POWER), List.of(this, other));
  }

  /** Raises every element to a power: {@code x ** 2}. */
  public Node<R> power(double number) {
    return then(NumberArithmetic.of(Operator.POWER, number));
  }

  /** Raises a number to the power of every element: {@code 2 ** x}. */
  public Node<R> exponentOf(double base) {
    return then(NumberArithmetic.of(Operator.POWER, base).numberFirst(true));
  }

  /** Negates every element: {@code -x}. */
  public Node<R> negated() {
    return then(UnaryOperation.of(UnaryOperation.Operator.NEGATIVE));
  }

  /** Takes the absolute value of every element: {@code abs(x)}. */
  public Node<R> absolute() {
    return then(UnaryOperation.of(UnaryOperation.Operator.ABSOLUTE));
  }

  /** Calls a model on nodes. */
  public static <O extends Rank> Node<O> call(NestedModel<O> model, List<Node<?>> inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    Objects.requireNonNull(model, "model");
    return new Node<>(new Use(new Member(null, model, true), inputs, false), 0);
  }

  /**
   * Calls the layer that created this node again on other inputs, sharing its weights.
   *
   * @param inputs as many nodes as the layer has inputs
   */
  public Node<R> again(Node<?>... inputs) {
    Arguments.requireNoNulls("inputs", inputs);
    return new Node<>(new Use(use.member, List.of(inputs), false), index);
  }

  /** Returns the same call with its layer renamed. */
  public Node<R> named(String name) {
    Objects.requireNonNull(name, "name");
    LayerSpec.requireName("layer name", name);
    Member member = new Member(name, use.member.layer, use.member.trainable);
    return new Node<>(new Use(member, use.inputs, use.inferenceMode), index);
  }

  /**
   * Returns the same call of the layer or model in inference mode, even during training: dropout
   * passes its input through, and batch normalization uses its moving averages without updating
   * them. The weights are still trained unless they are frozen.
   *
   * <p>Keras 2 does the same with {@code layer(x, training=False)}. Keras 3 ignores that argument
   * in {@code fit}, so a {@code .keras} file cannot store it.
   */
  public Node<R> inInferenceMode() {
    return new Node<>(new Use(use.member, use.inputs, true), index);
  }

  /**
   * Returns another output of the nested model that created this node.
   *
   * @param index the index of the output
   * @param rank its rank; if it is wrong, the layer called on the output fails
   */
  public <O extends Rank> Node<O> output(int index, Class<O> rank) {
    Objects.requireNonNull(rank, "rank");
    return new Node<>(use, Arguments.requireNotNegative("index", index));
  }

  /** Returns the first output of a call of a layer copied from another model. */
  static Node<?> copied(Member member, List<Node<?>> inputs, boolean inferenceMode) {
    return new Node<>(new Use(member, inputs, inferenceMode), 0);
  }

  /** Returns another output of the same call, with a rank already known to the caller. */
  <O extends Rank> Node<O> at(int index) {
    return new Node<>(use, index);
  }

  Use use() {
    return use;
  }

  int index() {
    return index;
  }

  /**
   * A layer of the model under construction, compared by identity: calls that share the layer share
   * this object.
   */
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

  /** A call of a layer, compared by identity: the outputs of the call share this object. */
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
