package backbeat.engine.songfile;

import backbeat.engine.song.MadeSongMap;
import backbeat.engine.song.Metres;
import backbeat.engine.song.SongMap;
import java.util.ArrayList;
import java.util.List;

/** Maps with known bars. */
final class SomeSong {
    private SomeSong() {}

    /** Bars of a few metres at beat times that somebody computes; the sections are two halves. */
    static SongMap of(double firstDownbeat, List<String> metres, double quarterSeconds, double growth) {
        List<SongMap.Bar> bars = new ArrayList<>();
        List<SongMap.Beat> beats = new ArrayList<>();
        double time = firstDownbeat;
        double quarter = quarterSeconds;
        for (int i = 0; i < metres.size(); i++) {
            double start = time;
            int count = Metres.beats(metres.get(i));
            for (int beat = 1; beat <= count; beat++) {
                beats.add(new SongMap.Beat(rounded(time), i + 1, beat, 0.9));
                time += quarter * Metres.quarters(metres.get(i));
                quarter *= growth;
            }
            bars.add(new SongMap.Bar(
                    i + 1, rounded(start), rounded(time), metres.get(i), count, 0.9, i == 0 ? null : "Am"));
        }
        double end = time + 1;
        int half = metres.size() / 2;
        List<SongMap.Section> sections = List.of(
                new SongMap.Section(bars.getFirst().start(), bars.get(half).start(), 1, half, "A", "verse", 0.5),
                new SongMap.Section(bars.get(half).start(), end, half + 1, metres.size(), "B", null, 0.5));
        return MadeSongMap.ofSeconds(end)
                .beats(beats)
                .bars(bars)
                .sections(sections)
                .loudness(new SongMap.Loudness(-14, 5, -1, -10, -12))
                .map();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
