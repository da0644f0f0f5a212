package io.rhyton.pretrained;

import io.rhyton.applications.Application;
import io.rhyton.applications.ApplicationWeights;
import io.rhyton.applications.Applications;
import io.rhyton.applications.Pooling;
import io.rhyton.model.LayerOutput;
import io.rhyton.model.ModelSpec;
import io.rhyton.model.ResolvedCall;
import io.rhyton.model.ResolvedLayer;
import io.rhyton.model.ResolvedModel;
import io.rhyton.model.layer.ActivationFunction;
import io.rhyton.model.shape.Sizes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.ndarray.Shape;

/**
 * An application with options, written as in {@code application_builders.py}: {@code MobileNetV2
 * alpha=0.5 include_top=False}.
 */
final class BuilderCase {
  private BuilderCase() {}

  static Application<?> parse(String text) {
    String[] words = text.split(" ", -1);
    Application<?> application = (Application<?>) call(null, method(Applications.class, words[0]));
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      String[] option = word.split("=", -1);
      application = with(application, option[0], option[1]);
    }
    return application;
  }

  private static Application<?> with(Application<?> application, String name, String value) {
    return switch (name) {
      case "input_shape" -> {
        List<Integer> sizes =
            Arrays.stream(value.split(",", -1))
                .map(size -> size.equals("None") ? Sizes.ANY : Integer.parseInt(size))
                .toList();
        yield application.inputShape(sizes.get(0), sizes.get(1), sizes.get(2));
      }
      case "weights" -> application.weights(ApplicationWeights.valueOf(upper(value)));
      case "pooling" -> application.pooling(Pooling.valueOf(upper(value)));
      case "classifier_activation" ->
          application.classifierActivation(
              value.equals("None")
                  ? ActivationFunction.LINEAR
                  : ActivationFunction.valueOf(upper(value)));
      default -> {
        Method setter = method(application.getClass(), name.replace("_", ""));
        yield (Application<?>)
            call(application, setter, parsed(setter.getParameterTypes()[0], value));
      }
    };
  }

  private static Object parsed(Class<?> type, String value) {
    if (type == boolean.class) {
      return value.equals("True");
    }
    if (type == int.class) {
      return Integer.valueOf(value);
    }
    return type == double.class ? Double.valueOf(value) : value;
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(name))
        .filter(method -> type == Applications.class || method.getParameterCount() == 1)
        .filter(method -> !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name));
  }

  private static Object call(@Nullable Object target, Method method, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The layers of a model as {@code application_builders.py} writes them, below the name of the
   * model.
   */
  static String text(ModelSpec spec) {
    ResolvedModel model = spec.resolve();
    Map<String, String> sources = new HashMap<>();
    for (ResolvedCall call : model.calls()) {
      sources.put(
          call.layer(),
          call.inputs().stream().map(LayerOutput::layer).collect(Collectors.joining(",")));
    }
    return spec.name()
        + "\n"
        + model.layers().stream()
            .map(layer -> text(layer) + " " + sources.get(layer.name()))
            .collect(Collectors.joining("\n"));
  }

  private static String text(ResolvedLayer layer) {
    return "%s %s %s %d"
        .formatted(
            layer.name(),
            layer.layer().typeName(),
            text(layer.outputShapes().get(0)),
            layer.parameterCount());
  }

  private static String text(Shape shape) {
    return LongStream.of(shape.asArray())
        .mapToObj(size -> Sizes.isKnown(size) ? Long.toString(size) : "None")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
