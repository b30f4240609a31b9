package backbeat.app.cli;

import backbeat.engine.song.Correction;
import backbeat.engine.song.SongMap;
import java.util.Locale;

/** A song map, and what was said of it, in a line each. */
final class SongWords {
    private SongWords() {}

    static String line(SongMap map) {
        long tenths = Math.round(map.duration() * 10);
        String length = String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
        if (!map.steady()) {
            return length + ", no steady beat" + (map.reason() == null ? "" : ": " + map.reason());
        }
        return String.format(
                Locale.ROOT,
                "%s, %d bars of %s, %.1f beats a minute, %d sections%s",
                length,
                map.bars().size(),
                map.bars().isEmpty() ? "?" : map.bars().getFirst().metre(),
                map.tempo().getFirst().bpm(),
                map.sections().size(),
                map.key() == null ? "" : ", " + map.key().name());
    }

    static String said(Correction correction) {
        return switch (correction) {
            case Correction.Downbeat one -> "the one at " + StepWords.clock(one.at());
            case Correction.Phase beat -> "a beat at " + StepWords.clock(beat.at());
            case Correction.Level level -> String.format(Locale.ROOT, "beats at %.1f a minute", level.bpm());
            case Correction.Metre metre -> "bars of " + metre.metre() + " from " + StepWords.clock(metre.at());
            case Correction.Tempo tempo ->
                String.format(Locale.ROOT, "%.3f bpm from %s", tempo.bpm(), StepWords.clock(tempo.at()));
            case Correction.TempoMap map -> map.bars().size() + " bars of " + map.by();
            case Correction.Taps taps -> taps.times().size() + " taps of " + taps.by();
            case Correction.Border border -> "a section begins at " + StepWords.clock(border.at());
            case Correction.NoBorder border -> "no section begins at " + StepWords.clock(border.at());
            case Correction.Kept kept ->
                "sections kept from " + StepWords.clock(kept.from()) + " to " + StepWords.clock(kept.to());
            case Correction.Named section -> "the section at " + StepWords.clock(section.at()) + " is " + name(section);
        };
    }

    private static String name(Correction.Named section) {
        return section.role() == null ? String.valueOf(section.label()) : section.role();
    }
}
