package backbeat.engine.song;

import java.util.List;

/** Times of a map brought to the tenth of a millisecond that the contract promises. */
final class Rounding {
    private Rounding() {}

    static SongMap of(SongMap map) {
        return new SongMap(
                map.contract(),
                time(map.duration()),
                map.sampleRate(),
                map.channels(),
                map.steady(),
                map.reason(),
                map.beats().stream()
                        .map(b -> new SongMap.Beat(time(b.time()), b.bar(), b.beat(), b.confidence()))
                        .toList(),
                map.bars().stream()
                        .map(b -> new SongMap.Bar(
                                b.index(),
                                time(b.start()),
                                time(b.end()),
                                b.metre(),
                                b.beats(),
                                b.confidence(),
                                b.chord()))
                        .toList(),
                map.tempo().stream()
                        .map(t -> new SongMap.Tempo(
                                time(t.start()), time(t.end()), t.bpm(), t.constant(), hundredths(t.confidence())))
                        .toList(),
                map.metre().stream()
                        .map(m -> new SongMap.Metre(time(m.start()), time(m.end()), m.metre(), m.confidence()))
                        .toList(),
                sections(map.sections()),
                map.hooks().stream()
                        .map(h -> new SongMap.Hook(
                                time(h.start()), time(h.end()), h.firstBar(), h.lastBar(), hundredths(h.score())))
                        .toList(),
                map.energy(),
                map.loudness(),
                map.key() == null
                        ? null
                        : new SongMap.MusicalKey(
                                map.key().name(),
                                hundredths(map.key().confidence()),
                                map.key().second()),
                map.alternatives().stream()
                        .map(a -> new SongMap.Alternative(
                                a.kind(),
                                a.bpm(),
                                a.score(),
                                time(a.shift()),
                                a.beatsPerBar(),
                                time(a.firstDownbeat())))
                        .toList(),
                map.corrections());
    }

    private static List<SongMap.Section> sections(List<SongMap.Section> sections) {
        return sections.stream()
                .map(s -> new SongMap.Section(
                        time(s.start()),
                        time(s.end()),
                        s.firstBar(),
                        s.lastBar(),
                        s.label(),
                        s.role(),
                        hundredths(s.confidence())))
                .toList();
    }

    static double time(double seconds) {
        return Math.round(seconds * 10_000) / 10_000.0;
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
