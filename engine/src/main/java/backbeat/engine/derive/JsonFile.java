package backbeat.engine.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
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
