package backbeat.engine.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON files: how derivations keep results that are data, and how contracts leave the program. Exact fractions are written as text, {@code
 * "30000/1001"}: a JSON number would round them.
 */
public final class JsonFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .addModule(FractionText.module())
            .build();

    private JsonFile() {}

    public static String text(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    public static void write(Path file, Object value) throws IOException {
        Files.writeString(file, text(value));
    }

    /** What is wrong with a file that could not be read as what was expected, for the person who wrote it. */
    public static String complaint(IOException unread) {
        return switch (unread.getCause()) {
            case JacksonException json -> complaint(json);
            case null -> "It cannot be opened.";
            default -> String.valueOf(unread.getMessage());
        };
    }

    /** As {@link #complaint(IOException)}, for those who read JSON with a mapper of their own. */
    public static String complaint(JacksonException unread) {
        return switch (unread) {
            case StreamReadException _ ->
                "It is no JSON at line " + unread.getLocation().getLineNr() + ", column "
                        + unread.getLocation().getColumnNr() + ".";
            case UnrecognizedPropertyException unknown ->
                "Nothing is called \"" + unknown.getPropertyName() + "\" there.";
            default -> "At " + place(unread) + ": " + reason(unread) + ".";
        };
    }

    private static String place(JacksonException unread) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : unread.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex() + 1).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.isEmpty() ? "the beginning" : place.toString();
    }

    /** Our own records say why they refuse a value; the library's words are for those who wrote the program. */
    private static String reason(JacksonException unread) {
        Throwable cause = unread;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IllegalArgumentException ours
                ? String.valueOf(ours.getMessage())
                : "something else is expected there";
    }

    /** @throws IOException also when the content is not what was expected */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(Files.readString(file), type);
        } catch (JacksonException e) {
            throw new IOException("not the expected JSON: " + file, e);
        }
    }

    /** @throws IOException when the content is not what was expected */
    public static <T> T parse(String text, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IOException("not the expected JSON", e);
        }
    }
}
