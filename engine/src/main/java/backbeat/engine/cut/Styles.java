package backbeat.engine.cut;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The styles that come with the program, and those that people write: JSON files that name the style they are {@code like} and say what is different.
 */
public final class Styles {
    public static final String STANDARD = "standard";
    private static final List<String> NAMES = List.of(STANDARD, "calm", "frantic", "one-take", "split-screen");
    private static final String LIKE = "like";
    private static final long MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private Styles() {}

    /** Names of the styles that come with the program, the one that is taken by itself first. */
    public static List<String> names() {
        return NAMES;
    }

    public static Style standard() {
        return named(STANDARD);
    }

    /** @param name one of {@link #names()} */
    public static Style named(String name) {
        return style(tree(name), name);
    }

    /** The file of a style that comes with the program, to be copied and changed. */
    public static String text(String name) {
        try (InputStream in = Styles.class.getResourceAsStream("styles/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a style that a person wrote. */
    public static Style read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw CutProblems.styleUnreadable(file.toString(), "it is larger than any style")
                        .asException();
            }
            return style(withWhatItIsLike(JSON.readTree(Files.readString(file)), file.toString()), file.toString());
        } catch (IOException e) {
            throw CutProblems.styleUnreadable(file.toString(), "it cannot be opened")
                    .asException();
        } catch (JacksonException e) {
            throw CutProblems.styleUnreadable(file.toString(), JsonFile.complaint(e))
                    .asException();
        }
    }

    private static JsonNode tree(String name) {
        return withWhatItIsLike(JSON.readTree(text(name)), name);
    }

    private static JsonNode withWhatItIsLike(JsonNode own, String where) {
        if (!(own instanceof ObjectNode changes)) {
            throw CutProblems.styleUnreadable(where, "it is no JSON object").asException();
        }
        JsonNode like = changes.remove(LIKE);
        if (like == null) {
            return changes;
        }
        if (!NAMES.contains(like.asString())) {
            throw CutProblems.noSuchStyle(like.asString(), String.join(", ", NAMES))
                    .asException();
        }
        return merged((ObjectNode) tree(like.asString()), changes);
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            JsonNode old = base.get(change.getKey());
            base.set(
                    change.getKey(),
                    old instanceof ObjectNode inner && change.getValue() instanceof ObjectNode more
                            ? merged(inner, more)
                            : change.getValue());
        }
        return base;
    }

    private static Style style(JsonNode tree, String where) {
        try {
            return JSON.treeToValue(tree, Style.class);
        } catch (JacksonException e) {
            if (e.getCause() instanceof ProblemException told) {
                throw told;
            }
            throw CutProblems.styleUnreadable(where, JsonFile.complaint(e)).asException();
        }
    }
}
