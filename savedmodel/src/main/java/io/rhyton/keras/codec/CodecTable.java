package io.rhyton.keras.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rhyton.keras.json.ConfigJson;
import io.rhyton.keras.json.Findings;
import io.rhyton.keras.json.JsonValue;
import io.rhyton.keras.json.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of one kind of things, by Keras's name and by Rhyton's type.
 *
 * @param <T> the kind
 */
public final class CodecTable<T> {
  private final String kind;
  private final String module;
  private final Map<String, KerasCodec<? extends T>> byName = new HashMap<>();
  private final Map<Class<?>, KerasCodec<? extends T>> byType = new HashMap<>();

  /**
   * Makes a table.
   *
   * @param kind what they are, for messages
   * @param module where Python finds them
   * @param readOnly names that Rhyton reads and never writes
   * @param codecs one for each type
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

  /** The codec of a class of Keras; null if there is none. */
  public @Nullable KerasCodec<? extends T> find(String name) {
    return byName.get(name);
  }

  /** Whether values of a type can be written. */
  boolean writes(Class<?> type) {
    return byType.containsKey(type);
  }

  /** What an object or a name stands for; null, and a report, if it is not known. */
  public @Nullable T read(JsonValue value) {
    KerasObject object = KerasObject.of(value);
    if (object.name().isEmpty()) {
      return null;
    }
    KerasCodec<? extends T> codec = find(object.name());
    if (codec == null || !object.isBuiltIn()) {
      value.refuse("Rhyton has no " + kind + " " + Shown.name(object.name()));
      return null;
    }
    JsonValue options = object.config();
    if (!options.isAbsent() && !options.requireObject()) {
      return null;
    }
    return read(codec::read, value, new ConfigReader(options));
  }

  /** Reads the options of a class; null, and a report, if they are out of range. */
  public static <T> @Nullable T read(
      Function<ConfigReader, T> read, JsonValue value, ConfigReader config) {
    try {
      return read.apply(config);
    } catch (IllegalArgumentException e) {
      value.refuse(String.valueOf(e.getMessage()));
      return null;
    } finally {
      config.finish();
    }
  }

  /** A value with all its options. */
  public ObjectNode write(T value) {
    KerasCodec<? extends T> codec = codec(value);
    ObjectNode object = ConfigJson.object().put("module", module);
    object.put("class_name", codec.className());
    write(codec, value, object.putObject("config"));
    return object.putNull("registered_name");
  }

  /** A value's name if it is one with no options set, else the value with all of them. */
  public JsonNode writeShort(T value) {
    KerasCodec<? extends T> codec = codec(value);
    Findings findings = new Findings();
    JsonValue none = JsonValue.root(ConfigJson.object(), "", findings);
    T plain = codec.read(new ConfigReader(none));
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

  /** The codec is that of the value's class, which cannot tell its own type parameters. */
  @SuppressWarnings("unchecked")
  private static <S> void write(KerasCodec<S> codec, Object value, ObjectNode config) {
    codec.write((S) value, new ConfigWriter(config));
  }
}
