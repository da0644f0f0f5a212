package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rhyton.error.MessageText;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.Findings;
import io.rhyton.keras.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of codecs of one kind, by Keras's name and by Rhyton's type.
 *
 * @param <T> the common type of the objects
 */
public final class CodecTable<T> {
  /** How Keras writes a lambda. */
  private static final String LAMBDA = "__lambda__";

  private final String kind;
  private final String module;
  private final Map<String, KerasCodec<? extends T>> byName = new HashMap<>();
  private final Map<Class<?>, KerasCodec<? extends T>> byType = new HashMap<>();

  /**
   * Creates a table.
   *
   * @param kind the kind of object, for messages
   * @param module their Python module
   * @param readOnly aliases that are read but never written
   * @param codecs one per type
   */
  CodecTable(
      String kind,
      String module,
      Map<String, KerasCodec<? extends T>> readOnly,
      List<KerasCodec<? extends T>> codecs) {
    this.kind = kind;
    this.module = module;
    byName.putAll(readOnly);
    for (KerasCodec<? extends T> codec : codecs) {
      byName.put(codec.className(), codec);
      byName.put(codec.identifier(), codec);
      byType.put(codec.type(), codec);
    }
  }

  /** Returns the codec for a Keras class; null if there is none. */
  public @Nullable KerasCodec<? extends T> find(String name) {
    return byName.get(name);
  }

  /** Returns whether values of a type can be written. */
  boolean writes(Class<?> type) {
    return byType.containsKey(type);
  }

  /** Reads an object or a name; reports an unknown one and returns null. */
  public @Nullable T read(JsonValue value) {
    KerasObject object = KerasObject.of(value);
    if (object.name().isEmpty()) {
      return null;
    }
    KerasCodec<? extends T> codec = find(object.name());
    if (object.name().equals(LAMBDA)) {
      value.refuse("expected a " + kind + " of Keras, got a Python lambda, which Java cannot run");
      return null;
    }
    if (codec == null || !object.isBuiltIn()) {
      value.refuse("Rhyton has no " + kind + " " + MessageText.name(object.name()));
      return null;
    }
    JsonValue options = object.config();
    if (!options.isAbsent() && !options.requireObject()) {
      return null;
    }
    return read(codec::read, value, new OptionsReader(options));
  }

  /** Reads the options of a class; reports those out of range and returns null. */
  public static <T> @Nullable T read(
      Function<OptionsReader, T> read, JsonValue value, OptionsReader config) {
    try {
      return read.apply(config);
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return null;
    } finally {
      config.finish();
    }
  }

  /** Returns a value as an object with all its options. */
  public ObjectNode write(T value) {
    KerasCodec<? extends T> codec = codec(value);
    ObjectNode object = ConfigJson.object().put("module", codec.module().orElse(module));
    object.put("class_name", codec.className());
    write(codec, value, object.putObject("config"));
    // Keras registers a class under its name unless it is in a public module.
    return object.put("registered_name", codec.module().map(any -> codec.className()).orElse(null));
  }

  /** Returns a value's name if it has default options, else an object with all of them. */
  public JsonNode writeShort(T value) {
    KerasCodec<? extends T> codec = codec(value);
    Findings findings = new Findings();
    JsonValue none = JsonValue.root(ConfigJson.object(), "", findings);
    T plain = codec.read(new OptionsReader(none));
    return findings.isEmpty() && value.equals(plain)
        ? TextNode.valueOf(codec.identifier())
        : write(value);
  }

  private KerasCodec<? extends T> codec(T value) {
    KerasCodec<? extends T> codec = byType.get(value.getClass());
    if (codec == null) {
      throw new IllegalArgumentException("no Keras " + kind + " for " + value);
    }
    return codec;
  }

  /** Casts the codec, which belongs to the value's class; the compiler cannot see that. */
  @SuppressWarnings("unchecked")
  private static <S> void write(KerasCodec<S> codec, Object value, ObjectNode config) {
    codec.write((S) value, new OptionsWriter(config));
  }
}
