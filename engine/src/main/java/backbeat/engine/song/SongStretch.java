package backbeat.engine.song;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.song.SongMap.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the song, from one second to another. People write it as bars ({@code 17-24}, {@code bars 17 to 24}, {@code 17.3-18.2}), as times ({@code 0:35-0:50}) or
 * as sections ({@code chorus 2}, {@code C2}, {@code chorus 1-2}, {@code verse}: every one), several with {@code ;} or {@code +} between them.
 */
public record SongStretch(double from, double to) {
    private static final Pattern SEVERAL = Pattern.compile("\\s*(?:[;&+]|,\\s|\\band\\b)\\s*");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*-\\s*(.+)");
    private static final Pattern NAMED = Pattern.compile("(?:section )?([\\p{L}][\\p{L} -]*?)\\s*(\\d{1,3})?");
    private static final Pattern COUNTED =
            Pattern.compile("((?:section )?[\\p{L}][\\p{L} -]*?)\\s*(\\d{1,3})\\s*-\\s*(\\d{1,3})");
    private static final Map<String, String> CODES = Map.of(
            "v",
            "verse",
            "c",
            "chorus",
            "b",
            "bridge",
            "i",
            "intro",
            "o",
            "outro",
            "pc",
            "prechorus",
            "refrain",
            "chorus");

    /**
     * What was understood.
     *
     * @param trouble why it was not; null where it was
     */
    public record Reading(
            List<SongStretch> stretches, @Nullable Problem trouble) {}

    public static Reading read(String written, SongMap map) {
        String text = simplified(written);
        try {
            if (text.isEmpty()) {
                return new Reading(List.of(), SongProblems.noStretch(written));
            }
            List<SongStretch> all = new ArrayList<>();
            for (String part : SEVERAL.split(text, -1)) {
                all.addAll(one(part.strip(), map, written));
            }
            return new Reading(List.copyOf(all), null);
        } catch (ProblemException misread) {
            return new Reading(List.of(), misread.problem());
        }
    }

    /** One kind of dash, one way to say "to", and bars without their word. */
    private static String simplified(String written) {
        return written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015\\u2212\\u2192]|->|\\bto\\b", "-")
                .replaceAll("\\bbars?\\.?\\s*(?=\\d)", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<SongStretch> one(String text, SongMap map, String written) {
        if (text.matches("all|whole song|the whole song|song|\\*")) {
            return List.of(new SongStretch(0, map.duration()));
        }
        List<SongStretch> named = sections(text, map);
        List<SongStretch> counted = named.isEmpty() ? countedSections(text, map, written) : named;
        if (!counted.isEmpty()) {
            return counted;
        }
        Optional<SongPlace> place = SongPlace.of(text);
        if (place.isPresent()) {
            return List.of(checked(place.get().start(map), place.get().end(map), written, map));
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw SongProblems.noStretch(written).asException();
        }
        return List.of(checked(
                border(range.group(1), map, written).from, border(range.group(2), map, written).to, written, map));
    }

    /** A place or one section, whose begin or end is meant. */
    private static SongStretch border(String text, SongMap map, String written) {
        List<SongStretch> named = sections(text, map);
        if (!named.isEmpty()) {
            return new SongStretch(named.getFirst().from, named.getLast().to);
        }
        SongPlace place = SongPlace.of(text)
                .orElseThrow(() -> SongProblems.noStretch(written).asException());
        return new SongStretch(place.start(map), place.end(map));
    }

    private static SongStretch checked(double from, double to, String written, SongMap map) {
        double end = Math.min(to, map.duration());
        if (end <= from) {
            throw SongProblems.emptyStretch(written).asException();
        }
        return new SongStretch(from, end);
    }

    /** By role or label; with a number the one of that number alone. */
    private static List<SongStretch> sections(String text, SongMap map) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return List.of();
        }
        String name = named.group(1).replaceAll("[ -]", "");
        String role = CODES.getOrDefault(name, name);
        List<Section> byRole =
                map.sections().stream().filter(s -> role.equals(roleOf(s))).toList();
        List<Section> all = byRole.isEmpty()
                ? map.sections().stream()
                        .filter(s -> s.label().equalsIgnoreCase(name))
                        .toList()
                : byRole;
        int number = named.group(2) == null ? 0 : Integer.parseInt(named.group(2));
        return all.stream()
                .skip(Math.max(0, number - 1))
                .limit(number == 0 ? all.size() : 1)
                .map(s -> new SongStretch(s.start(), s.end()))
                .toList();
    }

    /** {@code chorus 1-2}: the first and the second chorus; after a section's number another number is no bar. */
    private static List<SongStretch> countedSections(String text, SongMap map, String written) {
        Matcher counted = COUNTED.matcher(text);
        if (!counted.matches() || sections(counted.group(1), map).isEmpty()) {
            return List.of();
        }
        int last = Integer.parseInt(counted.group(3));
        List<SongStretch> all = new ArrayList<>();
        for (int number = Integer.parseInt(counted.group(2)); number <= last; number++) {
            List<SongStretch> one = sections(counted.group(1) + " " + number, map);
            if (one.isEmpty()) {
                throw SongProblems.noStretch(written).asException();
            }
            all.addAll(one);
        }
        return all;
    }

    private static String roleOf(Section section) {
        String role = section.role();
        return role == null ? "" : role.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
    }

    /** How much of it lies within another stretch, in seconds. */
    public double overlap(double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }
}
