package backbeat.engine.playback;

import backbeat.engine.song.SongMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The beeps before the song. They lie on the song's own beats, carried on backwards from its first bar: whole bars of them up to the bar line nearest before the
 * first note, and on from there to that note, so that a pick-up is counted too. Without a steady beat there is one beep a second.
 */
final class CountIn {
    private static final int FREE_BEEPS_FOR_A_BAR = 4;
    private static final double JUST_BEFORE = 0.03;

    /**
     * One beep.
     *
     * @param songSeconds where it begins on the song's clock; mostly below zero
     * @param first whether it is the first beat of a bar
     */
    record Beep(double songSeconds, boolean first) {}

    private CountIn() {}

    /** @param firstNote song time of the first sound */
    static List<Beep> beeps(SongMap map, double firstNote, int bars) {
        Optional<SongMap.Bar> first = openingBar(map);
        if (first.isEmpty()) {
            return onBeats(0, 1, FREE_BEEPS_FOR_A_BAR, bars, 0);
        }
        SongMap.Bar opening = first.get();
        double bar = opening.end() - opening.start();
        double beat = bar / opening.beats();
        double early = Math.max(0, Math.ceil((opening.start() - firstNote - beat / 2) / bar));
        return onBeats(opening.start() - early * bar, beat, opening.beats(), bars, firstNote);
    }

    static boolean isInTempo(SongMap map) {
        return openingBar(map).isPresent();
    }

    private static Optional<SongMap.Bar> openingBar(SongMap map) {
        return map.bars().stream()
                .filter(bar -> map.steady() && bar.index() > 0)
                .findFirst();
    }

    private static List<Beep> onBeats(double line, double beat, int beatsInBar, int bars, double until) {
        List<Beep> beeps = new ArrayList<>();
        int counted = 0;
        double at = line - bars * beatsInBar * beat;
        while (bars > 0 && at < until - JUST_BEFORE) {
            beeps.add(new Beep(at, counted % beatsInBar == 0));
            counted++;
            at = line + (counted - bars * beatsInBar) * beat;
        }
        return beeps;
    }
}
