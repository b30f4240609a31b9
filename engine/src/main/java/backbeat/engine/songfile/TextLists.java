package backbeat.engine.songfile;

import backbeat.engine.song.SongMap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Lists as text, times in seconds with four decimals: a tenth of a millisecond, as in the map. */
final class TextLists {
    private record Line(double start, double end, String name) {}

    private TextLists() {}

    /** Sections as regions, bars and beats as points; names on one line without tabs. */
    static String audacity(SongMap map, Set<Part> parts) {
        return lines(map, parts).stream()
                .map(line -> String.format(
                        Locale.ROOT,
                        "%.4f\t%.4f\t%s\n",
                        line.start,
                        line.end,
                        line.name.replaceAll("\\p{Cntrl}+", " ")))
                .reduce("", String::concat);
    }

    static String beats(SongMap map) {
        StringBuilder text = new StringBuilder();
        map.beats().forEach(beat -> text.append(String.format(Locale.ROOT, "%.4f\t%d\n", beat.time(), beat.beat())));
        return text.toString();
    }

    /** Names hold no spaces. */
    static String lab(SongMap map, Set<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines(map, parts)) {
            double end = line.end;
            String name = line.name.strip().replaceAll("\\s+", "_");
            text.append(String.format(Locale.ROOT, "%.4f %.4f %s\n", line.start, end, name));
        }
        return text.toString();
    }

    private static List<Line> lines(SongMap map, Set<Part> parts) {
        Stream<Line> sections = parts.contains(Part.SECTIONS)
                ? map.sections().stream().map(s -> new Line(s.start(), s.end(), SongMarkers.name(s)))
                : Stream.empty();
        Stream<Line> chords = parts.contains(Part.CHORDS)
                ? map.bars().stream()
                        .map(bar -> new Line(bar.start(), bar.end(), bar.chord() == null ? "N" : bar.chord()))
                : Stream.empty();
        Stream<Line> bars = parts.contains(Part.BARS)
                ? map.bars().stream().map(bar -> new Line(bar.start(), bar.start(), String.valueOf(bar.index())))
                : Stream.empty();
        Stream<Line> beats = parts.contains(Part.BEATS)
                ? map.beats().stream().map(beat -> new Line(beat.time(), beat.time(), beat.bar() + "." + beat.beat()))
                : Stream.empty();
        return Stream.of(sections, chords, bars, beats)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparingDouble(Line::start))
                .toList();
    }
}
