package backbeat.app.demo;

import backbeat.app.demo.Score.Note;
import backbeat.app.demo.Score.Part;
import backbeat.app.demo.Score.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Writes a small synth-pop song: chords, a bass that follows the kick, an arpeggio, a sung line and a hook.
 *
 * <p>The themes are fixed, key, tempo and every player's looseness come from the seed. No bar is played twice alike: hits wander by some milliseconds and by
 * strength, so that even two choruses can be told apart by ear and by sync.
 */
final class Composer {
    private static final int[][] VERSE_CHORDS = {{57, 60, 64, 71}, {53, 57, 60, 64}, {52, 55, 60, 62}, {55, 59, 62, 69}
    };
    private static final int[][] CHORUS_CHORDS = {
        {53, 57, 60, 67}, {55, 59, 62, 67}, {57, 60, 64, 67}, {52, 55, 60, 67}, {53, 57, 60, 64}, {55, 59, 62, 64}
    };
    private static final int[][] OTHER_CHORDS = {{50, 53, 57, 60}, {46, 50, 53, 57}, {43, 50, 53, 58}, {45, 49, 52, 55}
    };

    /** Eighth of the bar, length in eighths, pitch. */
    private static final int[][][] VERSE_THEME = {
        {{1, 1, 64}, {2, 1, 64}, {3, 1, 67}, {4, 2, 69}, {6, 1, 67}, {7, 1, 64}},
        {{0, 2, 65}, {2, 1, 64}, {3, 1, 60}, {4, 3, 60}},
        {{1, 1, 64}, {2, 1, 67}, {3, 1, 67}, {4, 2, 72}, {6, 1, 71}, {7, 1, 67}},
        {{0, 3, 71}, {3, 1, 69}, {4, 3, 67}},
    };

    private static final int[][][] CHORUS_THEME = {
        {{0, 2, 72}, {2, 1, 74}, {3, 2, 76}, {5, 1, 74}, {6, 2, 72}},
        {{0, 2, 71}, {2, 1, 74}, {3, 3, 79}, {6, 1, 76}, {7, 1, 74}},
        {{0, 2, 72}, {2, 1, 74}, {3, 2, 76}, {5, 1, 81}, {6, 2, 79}},
        {{0, 3, 76}, {3, 2, 74}, {5, 1, 72}, {6, 2, 74}},
        {{0, 2, 81}, {2, 1, 79}, {3, 2, 76}, {5, 1, 77}, {6, 2, 79}},
        {{0, 2, 79}, {2, 1, 76}, {3, 4, 74}},
    };

    private final Random chance;
    private final List<Note> notes = new ArrayList<>();
    private final int key;

    private Composer(long seed) {
        chance = new Random(seed);
        key = chance.nextInt(-2, 3);
    }

    /** The song of the production. */
    static Score song(long seed, List<Section> form) {
        Composer composer = new Composer(seed);
        double tempo = 110 + 2 * composer.chance.nextInt(4);
        form.forEach(composer::section);
        return composer.score("Every Light", tempo, form);
    }

    /** Another song, slower and darker, that somebody played on the set between the takes. */
    static Score otherSong(long seed, int bars) {
        Composer composer = new Composer(seed ^ 0x6f74686572L);
        List<Section> form = List.of(new Section("verse", 1, bars, 0.6));
        for (int bar = 0; bar < bars; bar++) {
            int[] chord = OTHER_CHORDS[bar % OTHER_CHORDS.length];
            composer.pad(bar, chord, 0.7);
            composer.bass(bar, chord, new double[] {0, 1.5, 3}, 1.2);
            composer.arpeggio(bar, chord, 2, 0.6);
            composer.beat(bar, 0.55);
        }
        return composer.score("Low Tide", 92, form);
    }

    private Score score(String title, double tempo, List<Section> form) {
        notes.sort(Comparator.comparingDouble(Note::beat));
        return new Score(title, tempo, 0.3, 2.2, form, List.copyOf(notes));
    }

    private void section(Section section) {
        for (int i = 0; i < section.bars(); i++) {
            int bar = section.firstBar() - 1 + i;
            boolean last = i == section.bars() - 1;
            switch (section.name()) {
                case "intro" -> intro(bar, i, last);
                case "verse" -> verse(bar, i, last, section.energy());
                case "chorus" -> chorus(bar, i, last, section.energy());
                default -> outro(bar, i, last);
            }
        }
    }

    private void intro(int bar, int i, boolean last) {
        int[] chord = VERSE_CHORDS[i % 4];
        pad(bar, chord, 0.55);
        arpeggio(bar, chord, 4, 0.4 + 0.12 * i);
        if (i >= 1) {
            hats(bar, 8, 0.35 + 0.1 * i);
        }
        if (i >= 2) {
            bass(bar, chord, new double[] {0, 2.5}, 1.3);
            hit(Part.KICK, bar, 0, 0, 0.8);
            hit(Part.KICK, bar, 2, 0, 0.75);
        }
        if (last) {
            fill(bar, 2);
        }
    }

    private void verse(int bar, int i, boolean last, double energy) {
        int[] chord = VERSE_CHORDS[i % 4];
        if (i == 0) {
            hit(Part.CRASH, bar, 0, 0, 0.6);
        }
        pad(bar, chord, 0.5);
        arpeggio(bar, chord, 2, 0.45 + 0.2 * energy);
        bass(bar, chord, new double[] {0, 0.75, 1.5, 2.5, 3.25}, 0.6);
        beat(bar, energy);
        theme(bar, VERSE_THEME[i % 4], Part.SINGER, 0, 0.8);
        if (last) {
            fill(bar, 1);
        }
    }

    private void chorus(int bar, int i, boolean last, double energy) {
        int[] chord = CHORUS_CHORDS[i % CHORUS_CHORDS.length];
        if (i % 4 == 0) {
            hit(Part.CRASH, bar, 0, 0, 0.95);
        }
        pad(bar, chord, 0.85);
        arpeggio(bar, chord, 4, 0.7);
        bass(bar, chord, new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5}, 0.42);
        beat(bar, energy);
        theme(bar, CHORUS_THEME[i % CHORUS_THEME.length], Part.SINGER, 0, 1);
        theme(bar, CHORUS_THEME[i % CHORUS_THEME.length], Part.LEAD, 0, 0.75);
        if (last) {
            fill(bar, 2);
        }
    }

    private void outro(int bar, int i, boolean last) {
        int[] chord = last ? VERSE_CHORDS[0] : CHORUS_CHORDS[i % CHORUS_CHORDS.length];
        pad(bar, chord, 0.7);
        if (i == 0 || last) {
            hit(Part.CRASH, bar, 0, 0, 0.8);
            hit(Part.KICK, bar, 0, 0, 0.95);
        }
        if (last) {
            add(Part.BASS, bar * 4, 4, chord[0] - 24, 0.9);
            add(Part.SINGER, bar * 4, 3.5, 69, 0.9);
            add(Part.LEAD, bar * 4, 4, 76, 0.6);
            return;
        }
        arpeggio(bar, chord, 4, 0.6);
        bass(bar, chord, new double[] {0, 1.5, 2, 3.5}, 0.6);
        beat(bar, 0.5);
        theme(bar, CHORUS_THEME[i % CHORUS_THEME.length], Part.LEAD, 0, 0.7);
    }

    private void pad(int bar, int[] chord, double velocity) {
        for (int pitch : chord) {
            add(Part.PAD, bar * 4, 4.1, pitch, velocity);
        }
    }

    private void bass(int bar, int[] chord, double[] beats, double length) {
        for (int i = 0; i < beats.length; i++) {
            boolean octave = i % 4 == 3 && chance.nextDouble() < 0.5;
            add(Part.BASS, bar * 4 + beats[i], length, chord[0] - (octave ? 12 : 24), 0.85);
        }
    }

    private void arpeggio(int bar, int[] chord, int perBeat, double velocity) {
        int[] order = {0, 2, 1, 3, 2, 1, 3, 2};
        for (int i = 0; i < 4 * perBeat; i++) {
            int tone = chance.nextInt(8) == 0 ? chance.nextInt(4) : order[(i + bar) % order.length];
            double accent = i % perBeat == 0 ? 1 : 0.75;
            add(Part.ARPEGGIO, bar * 4 + (double) i / perBeat, 0.8 / perBeat, chord[tone] + 12, velocity * accent);
        }
    }

    private void theme(int bar, int[][] theme, Part part, int transpose, double velocity) {
        for (int[] note : theme) {
            add(part, bar * 4 + note[0] / 2.0, note[1] / 2.0 * 0.94, note[2] + transpose, velocity);
        }
    }

    private void beat(int bar, double energy) {
        hit(Part.KICK, bar, 0, 0, 1);
        hit(Part.KICK, bar, energy > 0.8 ? 2 : 1.5, 0, 0.9);
        hit(Part.KICK, bar, 2.5, 0, 0.85);
        if (chance.nextDouble() < 0.4) {
            hit(Part.KICK, bar, 3.75, 0, 0.6);
        }
        for (int beat : new int[] {1, 3}) {
            hit(Part.SNARE, bar, beat, 0, 0.95);
            if (energy > 0.8) {
                hit(Part.CLAP, bar, beat, 0, 0.8);
            }
        }
        if (chance.nextDouble() < 0.6) {
            hit(Part.SNARE, bar, chance.nextBoolean() ? 2.25 : 3.25, 0, 0.22);
        }
        hats(bar, energy > 0.8 ? 16 : 8, 0.5 + 0.3 * energy);
        if (energy > 0.8) {
            hit(Part.OPEN_HAT, bar, 0.5, 0, 0.6);
            hit(Part.OPEN_HAT, bar, 2.5, 0, 0.65);
        }
    }

    private void hats(int bar, int hits, double velocity) {
        for (int i = 0; i < hits; i++) {
            double accent = i % (hits / 4) == 0 ? 1 : 0.6 + 0.2 * chance.nextDouble();
            hit(Part.HAT, bar, i * 4.0 / hits, 0, velocity * accent);
        }
    }

    /** Toms from high to low over the last beats of a bar. */
    private void fill(int bar, int beats) {
        for (int i = 0; i < beats * 4; i++) {
            if (chance.nextDouble() < 0.85) {
                int size = i * 3 / (beats * 4);
                hit(Part.TOM, bar, 4 - beats + i / 4.0, size, 0.6 + 0.4 * i / (beats * 4));
            }
        }
    }

    private void hit(Part part, int bar, double beat, int size, double velocity) {
        add(part, bar * 4 + beat, 0.25, size - key, velocity);
    }

    /** Nobody plays on the grid: up to some 6 ms beside it, and never equally loud. */
    private void add(Part part, double beat, double beats, int pitch, double velocity) {
        double loose = Math.clamp(chance.nextGaussian() * 0.0035, -0.011, 0.011);
        double strength = velocity * (1 + 0.08 * Math.clamp(chance.nextGaussian(), -2, 2));
        notes.add(new Note(part, Math.max(0, beat + loose), beats, pitch + key, strength));
    }
}
