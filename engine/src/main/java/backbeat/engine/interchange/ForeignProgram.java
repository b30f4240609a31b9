package backbeat.engine.interchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The programs that write timelines, by what they call themselves. */
final class ForeignProgram {
    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("resolve", "resolve");
        BY_NAME.put("premiere", "premiere");
        BY_NAME.put("final cut", "fcp");
        BY_NAME.put("media composer", "avid");
        BY_NAME.put("avid", "avid");
        BY_NAME.put("pro tools", "protools");
        BY_NAME.put("protools", "protools");
        BY_NAME.put("hiero", "hiero");
        BY_NAME.put("nuke", "hiero");
        BY_NAME.put("kdenlive", "kdenlive");
        BY_NAME.put("opentimelineio", "otio");
        BY_NAME.put("backbeat", "backbeat");
    }

    private ForeignProgram() {}

    /** @param text what a file tells of its writer; the dialect is empty where it names none of those that are known */
    static String named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return BY_NAME.entrySet().stream()
                .filter(program -> lower.contains(program.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
