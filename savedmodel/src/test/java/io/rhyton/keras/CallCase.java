package io.rhyton.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rhyton.error.ModelException;
import io.rhyton.inference.Predictor;
import io.rhyton.python.ArrayValues;
import io.rhyton.python.NpyFile;
import io.rhyton.training.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.FloatNdArray;

/**
 * A model of one call, which {@code layers_and_operations.py} wrote.
 *
 * @param kind {@code layers}, {@code operations}, {@code operators} or {@code activations}
 * @param name the class, the function, or the operator with its operands
 * @param folder where its files are
 * @param call the call, in Python
 * @param classes the Python classes in the file
 * @param error why Keras cannot make, save or call the model; empty if it can
 */
record CallCase(
    String kind, String name, Path folder, String call, List<String> classes, String error) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the largest output. */
  private static final double TOLERANCE = 1e-4;

  /**
   * What Rhyton did.
   *
   * @param isOpened whether it opened the model
   * @param refusal the message, if it did not
   * @param failure what is wrong: a prediction that differs, another exception, or a message that
   *     does not name the class; empty if nothing is
   */
  record Outcome(boolean isOpened, String refusal, String failure) {
    private static Outcome opened(String failure) {
      return new Outcome(true, "", failure);
    }
  }

  /** Parses a line of the script. */
  static CallCase of(String line, Path folder) throws IOException {
    JsonNode json = JSON.readTree(line);
    List<String> classes = new ArrayList<>();
    json.path("classes").forEach(each -> classes.add(each.asText()));
    return new CallCase(
        json.get("kind").asText(),
        json.get("name").asText(),
        folder.resolve(json.path("folder").asText()),
        json.path("call").asText(),
        classes,
        json.path("error").asText());
  }

  /** Opens the model, and compares its predictions with Keras's. */
  Outcome outcome() throws IOException {
    Path keras3 = folder.resolve("model.keras");
    KerasModel model;
    try {
      model = KerasFile.read(Files.exists(keras3) ? keras3 : folder.resolve("model.h5"));
    } catch (ModelException e) {
      String message = String.valueOf(e.getMessage());
      boolean names = names().stream().anyMatch(message::contains);
      return new Outcome(false, message, names ? "" : "none of " + names() + " is in: " + message);
    } catch (RuntimeException e) {
      return new Outcome(false, "", "is not refused as it should be: " + e);
    }
    try (Predictor predictor = Model.predictor(model.spec(), model.requireWeights())) {
      return Outcome.opened(difference(predictor.predict(arrays("inputs-"))));
    } catch (RuntimeException e) {
      return Outcome.opened("does not predict: " + e);
    }
  }

  /** What a message may call it. */
  private List<String> names() {
    return kind.startsWith("oper") ? classes : List.of(name);
  }

  private String difference(List<FloatNdArray> predicted) throws IOException {
    List<FloatNdArray> expected = arrays("outputs-");
    if (predicted.size() != expected.size()) {
      return "has %s outputs, in Keras %s".formatted(predicted.size(), expected.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!predicted.get(i).shape().equals(expected.get(i).shape())) {
        return "has an output of shape %s, in Keras %s"
            .formatted(predicted.get(i).shape(), expected.get(i).shape());
      }
      double off = off(ArrayValues.of(predicted.get(i)), ArrayValues.of(expected.get(i)));
      if (!(off <= TOLERANCE)) {
        return "is off by %s of the largest output".formatted(off);
      }
    }
    return "";
  }

  /** Relative to the largest value; a value that is not finite must be the same. */
  private static double off(float[] ours, float[] theirs) {
    double off = 0;
    double largest = 0;
    for (int i = 0; i < ours.length; i++) {
      if (Float.compare(ours[i], theirs[i]) != 0) {
        double each = Math.abs((double) ours[i] - theirs[i]);
        off = Double.isNaN(each) ? Double.POSITIVE_INFINITY : Math.max(off, each);
      }
      largest = Float.isFinite(theirs[i]) ? Math.max(largest, Math.abs(theirs[i])) : largest;
    }
    return off == 0 ? 0 : off / largest;
  }

  private List<FloatNdArray> arrays(String prefix) throws IOException {
    List<FloatNdArray> arrays = new ArrayList<>();
    while (Files.exists(folder.resolve(prefix + arrays.size() + ".npy"))) {
      arrays.add(NpyFile.read(folder.resolve(prefix + arrays.size() + ".npy")));
    }
    return arrays;
  }
}
