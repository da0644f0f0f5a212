package io.rhyton.graph.variable;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.DeviceSpec;
import org.tensorflow.ExecutionEnvironment;
import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;

/**
 * Names ops as TensorFlow Java's scope does, but by counting the names already used. TensorFlow
 * Java's scope walks the whole graph for each new scope, which makes the time to build a model
 * quadratic in the number of its layers.
 */
public final class CountedScope implements Scope {
  /** Provides the control dependencies and the device; its names are ignored. */
  private final Scope around;

  private final String prefix;
  private final @Nullable String name;

  /** How often each full name of an op or scope was requested. */
  private final Map<String, Integer> counts;

  private CountedScope(
      Scope around, String prefix, @Nullable String name, Map<String, Integer> counts) {
    this.around = around;
    this.prefix = prefix;
    this.name = name;
    this.counts = counts;
  }

  /** Wraps a scope in which many scopes are to be created. */
  public static Ops of(Ops tf) {
    Scope scope = tf.scope();
    Map<String, Integer> counts = new HashMap<>();
    ((Graph) scope.env()).operations().forEachRemaining(op -> counts.put(op.name(), 1));
    String probe = scope.makeOpName("scope");
    String prefix = probe.substring(0, probe.lastIndexOf('/') + 1);
    return Ops.create(new Entrance(new CountedScope(scope, prefix, null, counts)));
  }

  @Override
  public ExecutionEnvironment env() {
    return around.env();
  }

  @Override
  public Scope withSubScope(String childScopeName) {
    return new CountedScope(around, unique(prefix + childScopeName) + "/", null, counts);
  }

  @Override
  public Scope withName(String opName) {
    return new CountedScope(around, prefix, opName, counts);
  }

  @Override
  public Scope withNameAsSubScope(String defaultName) {
    return withSubScope(name == null ? defaultName : name);
  }

  @Override
  public Scope withDevice(DeviceSpec deviceSpec) {
    return around(around.withDevice(deviceSpec));
  }

  @Override
  public Scope withInitScope() {
    return around(around.withInitScope());
  }

  @Override
  public Scope withControlDependencyOps(Iterable<Operation> controls) {
    return around(around.withControlDependencyOps(controls));
  }

  private Scope around(Scope changed) {
    return new CountedScope(changed, prefix, name, counts);
  }

  @Override
  public String makeOpName(String defaultName) {
    return unique(prefix + (name == null ? defaultName : name));
  }

  @Override
  public String makeUnique(String id) {
    return unique(prefix + id).substring(prefix.length());
  }

  private String unique(String full) {
    int before = counts.getOrDefault(full, 0);
    String candidate = before == 0 ? full : full + "_" + before;
    while (before > 0 && counts.containsKey(candidate)) {
      before++;
      candidate = full + "_" + before;
    }
    counts.put(full, before + 1);
    counts.putIfAbsent(candidate, 1);
    return candidate;
  }

  @Override
  public void refreshNames() {
    // No other scope creates names here.
  }

  @Override
  public OperationBuilder apply(OperationBuilder builder) {
    return around.apply(builder);
  }

  @Override
  public String getDeviceString() {
    return around.getDeviceString();
  }

  @Override
  public boolean isInit() {
    return around.isInit();
  }

  /** Passes a scope to {@code Ops}, which only accepts one from an execution environment. */
  private record Entrance(Scope baseScope) implements ExecutionEnvironment {
    private ExecutionEnvironment graph() {
      return baseScope.env();
    }

    @Override
    public OperationBuilder opBuilder(String type, String name, Scope scope) {
      return graph().opBuilder(type, name, scope);
    }

    @Override
    public void attachFunction(ConcreteFunction function) {
      graph().attachFunction(function);
    }

    @Override
    public void checkInput(Operation input) {
      graph().checkInput(input);
    }

    @Override
    public Types environmentType() {
      return graph().environmentType();
    }

    @Override
    public boolean isInitializer(Operation op) {
      return graph().isInitializer(op);
    }
  }
}
