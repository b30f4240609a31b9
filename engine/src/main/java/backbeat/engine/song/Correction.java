package backbeat.engine.song;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person said about a song and that every analysis holds to. All of them are absolute ("the beat runs at 174", not "twice as fast"), so that they
 * keep their meaning when the analysis comes to another opinion.
 *
 * <p>Times are seconds of the song file.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Correction.Downbeat.class, name = "downbeat"),
    @JsonSubTypes.Type(value = Correction.Phase.class, name = "offbeat"),
    @JsonSubTypes.Type(value = Correction.Level.class, name = "level"),
    @JsonSubTypes.Type(value = Correction.Metre.class, name = "metre"),
    @JsonSubTypes.Type(value = Correction.Tempo.class, name = "tempo"),
    @JsonSubTypes.Type(value = Correction.TempoMap.class, name = "tempoMap"),
    @JsonSubTypes.Type(value = Correction.Taps.class, name = "taps"),
    @JsonSubTypes.Type(value = Correction.Border.class, name = "border"),
    @JsonSubTypes.Type(value = Correction.NoBorder.class, name = "noBorder"),
    @JsonSubTypes.Type(value = Correction.Kept.class, name = "sectionsKept"),
    @JsonSubTypes.Type(value = Correction.Named.class, name = "section")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Correction {
    /** Where a person's own corrections come from. */
    String HAND = "hand";

    /** Who said it: {@value #HAND}, or the name of a file. */
    String by();

    /** The first second that it speaks of; 0 for what holds all over the song. */
    default double begins() {
        return switch (this) {
            case Downbeat one -> one.at();
            case Phase beat -> beat.at();
            case Level _ -> 0;
            case Metre metre -> metre.at();
            case Tempo tempo -> tempo.at();
            case TempoMap map -> map.bars().getFirst().beats().getFirst();
            case Taps taps -> taps.times().getFirst();
            case Border border -> border.at();
            case NoBorder border -> border.at();
            case Kept kept -> kept.from();
            case Named section -> section.at();
        };
    }

    /** The one is here: a bar begins. */
    record Downbeat(double at, String by) implements Correction {
        public Downbeat {
            requireTime(at);
        }
    }

    /** A beat is here, and not between two; said of beats at about this tempo. */
    record Phase(double at, double bpm, String by) implements Correction {
        public Phase {
            requireTime(at);
            requireTempo(bpm);
        }
    }

    /** The written beat runs at about this tempo: what doubling and halving come to. */
    record Level(double bpm, String by) implements Correction {
        public Level {
            requireTempo(bpm);
        }
    }

    /** From the bar that begins here, bars have this metre. */
    record Metre(double at, String metre, String by) implements Correction {
        public Metre {
            requireTime(at);
            Metres.beats(metre);
        }
    }

    /** One tempo for the whole song, as set in the sequencer, with the first beat of the first bar. */
    record Tempo(double at, double bpm, String by) implements Correction {
        public Tempo {
            requireTime(at);
            requireTempo(bpm);
        }
    }

    /** Every bar and beat, from a tempo map or from another version of the song. Stretches without bars are filled by the analysis. */
    record TempoMap(List<SaidBar> bars, String by) implements Correction {
        public TempoMap {
            require(!bars.isEmpty(), "a tempo map must hold bars");
            bars = List.copyOf(bars);
            double before = -1;
            for (SaidBar bar : bars) {
                for (double beat : bar.beats()) {
                    requireTime(beat);
                    require(beat > before, "the beats of a tempo map must rise");
                    before = beat;
                }
            }
        }
    }

    /** @param beats when its beats sound; fewer than the metre says where a bar is cut short */
    record SaidBar(String metre, List<Double> beats) {
        public SaidBar {
            Metres.beats(metre);
            require(!beats.isEmpty(), "a bar must hold a beat");
            beats = List.copyOf(beats);
        }
    }

    /** Somebody tapped along. */
    record Taps(List<Double> times, String by) implements Correction {
        static final int FEWEST = 4;

        public Taps {
            require(times.size() >= FEWEST, "at least " + FEWEST + " taps are needed");
            times = times.stream().sorted().distinct().toList();
            times.forEach(Correction::requireTime);
            require(times.size() >= FEWEST, "at least " + FEWEST + " different taps are needed");
        }
    }

    /** A section begins here. */
    record Border(double at, String by) implements Correction {
        public Border {
            requireTime(at);
        }
    }

    /** No section begins here. */
    record NoBorder(double at, String by) implements Correction {
        public NoBorder {
            requireTime(at);
        }
    }

    /** Between two times no sections begin but those that were said. */
    record Kept(double from, double to, String by) implements Correction {
        public Kept {
            requireTime(from);
            requireTime(to);
            require(to > from, "a stretch ends after it begins");
        }
    }

    /** What the section around a time is: its role, its label, or both. */
    record Named(double at, @Nullable String role, @Nullable String label, String by) implements Correction {
        /** The roles of the contract. */
        public static final Set<String> ROLES =
                Set.of("intro", "verse", "prechorus", "chorus", "bridge", "solo", "break", "outro");

        public Named {
            requireTime(at);
            require(role != null || label != null, "a section is given a role or a label");
            require(role == null || ROLES.contains(role), "there is no role \"" + role + "\"");
        }
    }

    private static void requireTime(double seconds) {
        require(seconds >= 0 && seconds < 100_000, "not a time of a song: " + seconds);
    }

    private static void requireTempo(double bpm) {
        require(bpm >= 20 && bpm <= 480, "not a tempo: " + bpm + " beats a minute");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
