package backbeat.app.demo;

import java.util.List;

/**
 * A song as written down: notes in beats, to be played at one tempo in 4/4.
 *
 * @param leadIn seconds of silence before bar 1
 * @param tail seconds for the last notes to die away
 * @param notes in order of time
 */
record Score(String title, double tempo, double leadIn, double tail, List<Section> sections, List<Note> notes) {
    static final int BEATS_IN_BAR = 4;

    enum Part {
        KICK,
        SNARE,
        CLAP,
        HAT,
        OPEN_HAT,
        TOM,
        CRASH,
        BASS,
        PAD,
        ARPEGGIO,
        LEAD,
        SINGER
    }

    /**
     * @param beat where it begins, counted from 0 at the first downbeat; a little off the grid, as people play
     * @param pitch as in MIDI, 69 = 440 Hz; for drums the size of the drum
     */
    record Note(Part part, double beat, double beats, int pitch, double velocity) {}

    /** @param firstBar counted from 1 */
    record Section(String name, int firstBar, int bars, double energy) {
        boolean holds(int bar) {
            return bar >= firstBar && bar < firstBar + bars;
        }
    }

    int bars() {
        Section last = sections.getLast();
        return last.firstBar() + last.bars() - 1;
    }

    double secondsOfBeat() {
        return 60 / tempo;
    }

    double timeOfBeat(double beat) {
        return leadIn + beat * secondsOfBeat();
    }

    /** Song time of a bar's downbeat; the bar after the last is the end of the counted song. */
    double timeOfBar(int bar) {
        return timeOfBeat((bar - 1.0) * BEATS_IN_BAR);
    }

    double beatAt(double songTime) {
        return (songTime - leadIn) / secondsOfBeat();
    }

    double seconds() {
        return timeOfBar(bars() + 1) + tail;
    }

    Section sectionOfBar(int bar) {
        return sections.stream()
                .filter(section -> section.holds(bar))
                .findFirst()
                .orElse(bar < 1 ? sections.getFirst() : sections.getLast());
    }
}
