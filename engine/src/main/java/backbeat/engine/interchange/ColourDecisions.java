package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.problem.ColourProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads colour decisions of the ASC from {@code .cc}, {@code .ccc} and {@code .cdl} files. Which of them it is, the first element says: the ends of the names get mixed up. */
public final class ColourDecisions {
    private static final long MOST_BYTES = 64L << 20;

    private ColourDecisions() {}

    /** In the order of the file. */
    public static List<ColourDecision> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw ColourProblems.damagedDecision("The file is larger than any list of them.")
                        .asException();
            }
            try (XmlCursor cursor = XmlCursor.open(file, beginning(file))) {
                cursor.next();
                return read(cursor.whole());
            }
        } catch (IOException e) {
            throw ColourProblems.unreadable(file.toString()).asException();
        }
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1).replace("\0", "");
        }
    }

    private static List<ColourDecision> read(XmlElement root) {
        List<ColourDecision> found = new ArrayList<>();
        switch (root.name()) {
            case "ColorCorrection", "ColorCorrectionCollection", "ColorDecisionList" -> collect(root, found);
            default ->
                throw ColourProblems.damagedDecision("The file holds something else.")
                        .asException();
        }
        return List.copyOf(found);
    }

    private static void collect(XmlElement element, List<ColourDecision> found) {
        if (element.is("ColorCorrection")) {
            found.add(decision(element));
            return;
        }
        element.children().forEach(child -> collect(child, found));
    }

    /** Either node may be missing, and what is missing changes nothing. */
    private static ColourDecision decision(XmlElement correction) {
        ColourDecision neutral = ColourDecision.NEUTRAL;
        String saturation = correction.text("SatNode/Saturation");
        if (saturation == null) {
            saturation = correction.text("SATNode/Saturation");
        }
        try {
            return new ColourDecision(
                    correction.attribute("id", ""),
                    triple(correction.text("SOPNode/Slope"), neutral.slope()),
                    triple(correction.text("SOPNode/Offset"), neutral.offset()),
                    triple(correction.text("SOPNode/Power"), neutral.power()),
                    saturation == null ? 1 : Double.parseDouble(saturation));
        } catch (IllegalArgumentException e) {
            throw wrong(correction);
        }
    }

    private static Rgb triple(@Nullable String text, Rgb otherwise) {
        return text == null
                ? otherwise
                : Rgb.parse(text).orElseThrow(() -> new IllegalArgumentException("not three numbers"));
    }

    private static RuntimeException wrong(XmlElement correction) {
        return ColourProblems.damagedDecision(
                        "A number is missing or wrong in the correction of line " + correction.line() + ".")
                .asException();
    }
}
