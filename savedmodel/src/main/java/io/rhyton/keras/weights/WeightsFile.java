package io.rhyton.keras.weights;

import io.rhyton.error.MessageText;
import io.rhyton.hdf5.Hdf5Dataset;
import io.rhyton.hdf5.Hdf5File;
import io.rhyton.hdf5.Hdf5Group;
import io.rhyton.keras.json.ConfigSource;
import io.rhyton.keras.weights.ModelContent.OptimizerContent;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.optimizer.Optimizer;
import io.rhyton.model.optimizer.OptimizerSlot;
import io.rhyton.model.optimizer.OptimizerState;
import io.rhyton.model.schedule.ConstantLearningRate;
import io.rhyton.model.weight.WeightSpec;
import io.rhyton.model.weight.Weights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a Keras 3 weights file: {@code layers/<key>/vars/<number>}, and, below {@code
 * optimizer/vars}, iteration, learning rate and slots. Source: {@code
 * keras/src/saving/saving_lib.py}, Keras 3.15.
 */
public final class WeightsFile implements WeightStore {
  private static final String OPTIMIZER = "optimizer/vars";

  /** The inner optimizer of a {@code LossScaleOptimizer}. */
  private static final String INNER_OPTIMIZER = "optimizer/inner_optimizer/vars";

  private static final int ITERATION = 0;
  private static final int LEARNING_RATE = 1;

  /**
   * The indices of the variables that only a {@code LossScaleOptimizer} has, after the two above.
   */
  private static final int STEPS = 2;

  private static final int SCALE = 3;

  /**
   * Rhyton also writes this attribute into weights files. Keras writes it only into {@code .h5}
   * files, and ignores it here.
   */
  private static final String VERSION = "keras_version";

  /** The name of {@code layers} in Keras 2.12 and 2.13. */
  private static final String OLD_LAYERS = "_layer_checkpoint_dependencies";

  private static final Pattern TOP = Pattern.compile("(?<=^|/)layers(?=/)");

  private final ConfigSource source;
  private final Hdf5File file;
  private final String version;

  /**
   * Creates the tree of an open file.
   *
   * @param version the version of Keras according to the archive; empty if it does not name one
   */
  public WeightsFile(ConfigSource source, Hdf5File file, String version) {
    this.source = source;
    this.file = file;
    this.version = version.isEmpty() ? file.string("", VERSION).orElse("") : version;
  }

  /** The tree of a model, whose values are requested when it is written. */
  public static Hdf5Group tree(ModelContent content) {
    Hdf5Group root = Hdf5Group.root();
    // Keras 3.3 to 3.6 expect a group of variables at each level, even if it is empty.
    root.group("vars").attribute("name", content.spec().name());
    root.attribute(VERSION, content.oldestVersion());
    for (WeightGroup group : WeightGroup.of(content.spec())) {
      at(root, group.path() + "/vars").attribute("name", group.layer());
      for (VariableGroup part : group.variables()) {
        Hdf5Group variables = at(root, part.variables(group.path()));
        for (int i = 0; i < part.weights().size(); i++) {
          add(variables, i, part.weights().get(i), content.weights());
        }
      }
    }
    OptimizerContent optimizer = content.optimizer();
    if (optimizer != null) {
      Hdf5Group variables = at(root, OPTIMIZER);
      if (content.compileSpec() != null) {
        variables.attribute("name", OptimizerName.of(content.compileSpec().optimizer()));
      }
      addOptimizer(variables, optimizer);
    }
    return root;
  }

  private static void add(
      Hdf5Group variables, int number, WeightSpec weight, Function<String, FloatBuffer> values) {
    variables.dataset(
        Integer.toString(number),
        Hdf5Dataset.floats(weight.shape(), () -> values.apply(weight.name())));
  }

  private static void addOptimizer(Hdf5Group variables, OptimizerContent optimizer) {
    variables.dataset(Integer.toString(ITERATION), Hdf5Dataset.int64(optimizer.iteration()));
    Float learningRate = optimizer.learningRate();
    int number = LEARNING_RATE;
    if (learningRate != null) {
      variables.dataset(Integer.toString(number++), Hdf5Dataset.float32(learningRate));
    }
    for (String slot : optimizer.slots()) {
      variables.dataset(
          Integer.toString(number++),
          Hdf5Dataset.floats(optimizer.shapes().apply(slot), () -> optimizer.values().apply(slot)));
    }
  }

  private static Hdf5Group at(Hdf5Group root, String path) {
    Hdf5Group group = root;
    for (String name : path.split("/", -1)) {
      group = group.group(name);
    }
    return group;
  }

  @Override
  public LayerValues values() {
    return new LayerValues(source, file);
  }

  @Override
  public List<LayerMatch> match(ModelSpec spec, boolean byName) {
    Map<String, String> names = byName ? names() : Map.of();
    String top = top();
    List<LayerMatch> matches = new ArrayList<>();
    for (WeightGroup group : WeightGroup.of(spec)) {
      String path =
          byName ? names.get(group.fullName()) : TOP.matcher(group.path()).replaceAll(top);
      // A layer without weights may be missing, or have weights in another model.
      if (path == null && !group.weights().isEmpty()) {
        matches.add(LayerMatch.missing(group.fullName(), group.weights()));
      } else if (path != null && (!byName || !group.weights().isEmpty())) {
        matches.add(match(group, path));
      }
    }
    if (!byName) {
      requireOrder(spec, top);
    }
    return matches;
  }

  /** Checks the order of the layers of each model, if the file has all of their names. */
  private void requireOrder(ModelSpec spec, String top) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    Map<String, List<String>> stored = new HashMap<>();
    for (WeightGroup group : WeightGroup.of(spec)) {
      String variables = TOP.matcher(group.path()).replaceAll(top) + "/vars";
      Optional<String> name =
          file.isGroup(variables) ? file.string(variables, "name") : Optional.empty();
      if (!group.weights().isEmpty()) {
        names.computeIfAbsent(group.around(), model -> new ArrayList<>()).add(group.layer());
        name.ifPresent(
            other -> stored.computeIfAbsent(group.around(), model -> new ArrayList<>()).add(other));
      }
    }
    names.forEach(
        (model, layers) ->
            LayerOrderCheck.require(source, layers, stored.getOrDefault(model, List.of())));
  }

  private LayerMatch match(WeightGroup group, String path) {
    List<String> datasets =
        group.variables().stream()
            .flatMap(part -> datasets(part.variables(path)).stream())
            .toList();
    String variables = group.variables().size() == 1 ? path + "/vars" : path;
    return new LayerMatch(group.fullName(), group.weights(), variables, datasets);
  }

  private String top() {
    return file.isGroup(OLD_LAYERS) ? OLD_LAYERS : "layers";
  }

  private List<String> datasets(String group) {
    int count = file.isGroup(group) ? file.children(group).size() : 0;
    return IntStream.range(0, count).mapToObj(number -> group + "/" + number).toList();
  }

  /** The groups of the layers by name. */
  private Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    collectNames("", "", top(), names);
    if (names.isEmpty()) {
      throw source.mismatch(
          "layers with names",
          "none",
          "The version of Keras that wrote the file stored no names: load the file by position.");
    }
    return names;
  }

  private void collectNames(String path, String around, String top, Map<String, String> names) {
    if (!file.isGroup(path + top)) {
      return;
    }
    for (String key : file.children(path + top)) {
      String group = path + top + "/" + key;
      Optional<String> name =
          file.isGroup(group + "/vars") ? file.string(group + "/vars", "name") : Optional.empty();
      if (name.isEmpty()) {
        continue;
      }
      String full = around + name.get();
      if (names.put(full, group) != null) {
        throw source.mismatch(
            "one layer named " + MessageText.name(full), "two", "Load the file by position.");
      }
      collectNames(group + "/", full + "/", top, names);
    }
  }

  /**
   * Returns the optimizer state; null if the file has none, or that of another optimizer. Keras
   * then also starts with a new state.
   */
  @Override
  public @Nullable OptimizerState optimizerState(ModelSpec spec, Optimizer optimizer) {
    List<OptimizerSlot> slots = OptimizerSlot.of(spec.resolve(), optimizer);
    boolean scaled = file.isGroup(INNER_OPTIMIZER);
    String group = scaled ? INNER_OPTIMIZER : OPTIMIZER;
    if (!file.isGroup(group) || !isScalar(group, ITERATION)) {
      return null;
    }
    // Keras 2 stores the learning rate elsewhere, and a schedule is not stored.
    boolean hasLearningRate =
        optimizer.learningRate() instanceof ConstantLearningRate && isScalar(group, LEARNING_RATE);
    int first = hasLearningRate ? LEARNING_RATE + 1 : LEARNING_RATE;
    if (file.children(group).size() != first + slots.size()
        || file.string(group, "name")
            .filter(name -> OptimizerName.isOther(name, optimizer))
            .isPresent()) {
      return null;
    }
    Set<Map<String, String>> ways = new LinkedHashSet<>();
    SlotOrder.likelyFirst(version)
        .forEach(order -> paths(group, order.of(slots), first).ifPresent(ways::add));
    // Without a version, slots of equal shapes cannot be told apart.
    if (ways.isEmpty() || (version.isEmpty() && ways.size() > 1)) {
      return null;
    }
    Map<String, String> paths = ways.iterator().next();
    Weights.Builder values = Weights.builder();
    for (OptimizerSlot slot : slots) {
      String path = Objects.requireNonNull(paths.get(slot.name()));
      values.add(slot.name(), slot.shape(), file.floats(path));
    }
    if (scaled && isScalar(OPTIMIZER, STEPS) && isScalar(OPTIMIZER, SCALE)) {
      OptimizerProgress.addLossScale(
          values, file.integer(path(OPTIMIZER, STEPS)), file.floats(path(OPTIMIZER, SCALE))[0]);
    }
    return OptimizerProgress.state(
        source,
        group,
        file.integer(path(group, ITERATION)),
        OptimizerProgress.learningRate(
            optimizer,
            hasLearningRate
                ? Optional.of(file.floats(path(group, LEARNING_RATE))[0])
                : Optional.empty()),
        values.build());
  }

  /**
   * The path of each slot by name, if as many datasets, from the first one on, have the same
   * shapes.
   */
  private Optional<Map<String, String>> paths(String group, List<OptimizerSlot> slots, int first) {
    Map<String, String> paths = new HashMap<>();
    int number = first;
    for (OptimizerSlot slot : slots) {
      String path = path(group, number++);
      if (!file.isDataset(path) || !file.shape(path).equals(slot.shape())) {
        return Optional.empty();
      }
      paths.put(slot.name(), path);
    }
    return Optional.of(paths);
  }

  private static String path(String group, int number) {
    return group + "/" + number;
  }

  private boolean isScalar(String group, int number) {
    String path = path(group, number);
    return file.isDataset(path) && file.shape(path).numDimensions() == 0;
  }
}
