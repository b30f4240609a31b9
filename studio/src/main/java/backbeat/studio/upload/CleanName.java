package backbeat.studio.upload;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people call a file, made harmless: a path of at most six plain names that mean the same on every system, keeping the folders of a card. Nothing in it leads
 * upwards, hides a file, or names a device.
 */
final class CleanName {
    private static final int DEEPEST = 6;
    private static final int LONGEST_BYTES = 120;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private CleanName() {}

    /** @return empty when nothing is left of it */
    static String of(String named) {
        List<String> parts = new ArrayList<>();
        for (String part : Normalizer.normalize(named, Normalizer.Form.NFC).split("[/\\\\]", -1)) {
            String clean = plain(part);
            if (!clean.isEmpty()) {
                parts.add(clean);
            }
        }
        int first = Math.max(0, parts.size() - DEEPEST);
        return String.join("/", parts.subList(first, parts.size()));
    }

    private static String plain(String part) {
        String clean = part.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip()
                .replaceAll("^\\.+|[. ]+$", "")
                .strip();
        String stem = clean.replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
        boolean device = DEVICES.contains(stem) || stem.matches("(com|lpt)\\d");
        return shortened(device ? "_" + clean : clean);
    }

    /** Cameras number at the end, so the beginning is what goes. */
    private static String shortened(String name) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            shorter = shorter.substring(shorter.offsetByCodePoints(0, 1));
        }
        return shorter.replaceAll("^[. ]+", "");
    }
}
