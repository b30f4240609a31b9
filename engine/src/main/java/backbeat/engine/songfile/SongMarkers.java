package backbeat.engine.songfile;

import backbeat.engine.song.SongMap;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Marker.Colour;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sections, bars and beats as markers of an editing program, each on the frame that is on the screen at its time. */
public final class SongMarkers {
    private final SongMap map;
    private final Rate rate;

    public SongMarkers(SongMap map, Rate rate) {
        this.map = map;
        this.rate = rate;
    }

    /** In the order of time; none at or after the song's end. */
    public List<Marker> of(Set<Part> parts) {
        Stream<Marker> sections =
                parts.contains(Part.SECTIONS) ? map.sections().stream().map(this::section) : Stream.empty();
        Stream<Marker> bars = parts.contains(Part.BARS) ? map.bars().stream().map(this::bar) : Stream.empty();
        Stream<Marker> beats = parts.contains(Part.BEATS)
                ? map.beats().stream()
                        .filter(beat -> beat.beat() > 1 || !parts.contains(Part.BARS))
                        .map(this::beat)
                : Stream.empty();
        Rational end = Rational.nearest(map.duration(), 1_000_000);
        return Stream.of(sections, bars, beats)
                .flatMap(markers -> markers)
                .filter(marker -> marker.at().isLessThan(end))
                .sorted(Comparator.comparing(Marker::at))
                .toList();
    }

    /** {@code Chorus B}; without a role {@code Section B}. */
    public static String name(SongMap.Section section) {
        String role = section.role();
        return role == null
                ? "Section " + section.label()
                : role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1) + " " + section.label();
    }

    private Marker section(SongMap.Section section) {
        Rational start = onFrame(section.start());
        Rational length =
                onFrame(Math.min(section.end(), map.duration())).minus(start).max(Rational.ZERO);
        String comment = section.lastBar() >= section.firstBar() && map.steady()
                ? "bars " + section.firstBar() + " to " + section.lastBar()
                : "";
        return new Marker(name(section), comment, colourOf(section.role()), start, length);
    }

    private static Colour colourOf(@Nullable String role) {
        return switch (role == null ? "" : role) {
            case "intro", "outro" -> Colour.CYAN;
            case "prechorus" -> Colour.YELLOW;
            case "chorus" -> Colour.ORANGE;
            case "bridge", "solo", "break" -> Colour.PURPLE;
            default -> Colour.GREEN;
        };
    }

    private Marker bar(SongMap.Bar bar) {
        String comment = bar.chord() == null ? "" : bar.chord();
        return new Marker("Bar " + bar.index(), comment, Colour.BLUE, onFrame(bar.start()), Rational.ZERO);
    }

    private Marker beat(SongMap.Beat beat) {
        return new Marker(beat.bar() + "." + beat.beat(), "", Colour.WHITE, onFrame(beat.time()), Rational.ZERO);
    }

    private Rational onFrame(double seconds) {
        return rate.timeOf(Math.max(0, rate.frameOfDecimal(Rational.nearest(Math.max(0, seconds), 1_000_000))));
    }
}
