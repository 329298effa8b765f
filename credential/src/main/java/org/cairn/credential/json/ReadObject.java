package org.cairn.credential.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An object as it was read. Unlike the provider's builder it says at once whether a member is there already.
final class ReadObject extends AbstractMap<String, JsonValue> implements JsonObject {

    private final Map<String, JsonValue> members;

    private ReadObject(Map<String, JsonValue> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /// Collects members in their order.
    static final class Builder {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();

        /// Whether there was none of this name yet.
        boolean add(String name, JsonValue value) {
            return members.put(name, value) == null;
        }

        /// Afterwards nothing must be added.
        JsonObject build() {
            return new ReadObject(members);
        }
    }

    @Override
    public Set<Entry<String, JsonValue>> entrySet() {
        return members.entrySet();
    }

    @Override
    public @Nullable JsonValue get(Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return members.containsKey(name);
    }

    @Override
    public int size() {
        return members.size();
    }

    @Override
    public ValueType getValueType() {
        return ValueType.OBJECT;
    }

    @Override
    public @Nullable JsonArray getJsonArray(String name) {
        return (JsonArray) get(name);
    }

    @Override
    public @Nullable JsonObject getJsonObject(String name) {
        return (JsonObject) get(name);
    }

    @Override
    public @Nullable JsonNumber getJsonNumber(String name) {
        return (JsonNumber) get(name);
    }

    @Override
    public @Nullable JsonString getJsonString(String name) {
        return (JsonString) get(name);
    }

    @Override
    public String getString(String name) {
        return ((JsonString) present(name)).getString();
    }

    @Override
    public String getString(String name, String otherwise) {
        return get(name) instanceof JsonString text ? text.getString() : otherwise;
    }

    @Override
    public int getInt(String name) {
        return ((JsonNumber) present(name)).intValue();
    }

    @Override
    public int getInt(String name, int otherwise) {
        return get(name) instanceof JsonNumber number ? number.intValue() : otherwise;
    }

    @Override
    public boolean getBoolean(String name) {
        return switch (present(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL ->
                throw new ClassCastException(name + " is neither true nor false");
        };
    }

    @Override
    public boolean getBoolean(String name, boolean otherwise) {
        JsonValue value = get(name);
        return JsonValue.TRUE.equals(value) || (otherwise && !JsonValue.FALSE.equals(value));
    }

    @Override
    public boolean isNull(String name) {
        return present(name).equals(JsonValue.NULL);
    }

    /// The interface asks for this exception.
    private JsonValue present(String name) {
        JsonValue value = get(name);
        if (value == null) {
            throw new NullPointerException("no member " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return CompactWriter.text(this);
    }
}
