package backbeat.engine.song;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.SongProblems;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was said about one song, in the order it was said: what is said later decides.
 *
 * @param duration of the song it was said of, in seconds; null when that is not known
 */
@JsonPropertyOrder({"contract", "duration", "corrections"})
public record Corrections(
        @Nullable String contract,
        @Nullable Double duration,
        @Nullable List<Correction> corrections) {
    public static final String CONTRACT = "corrections/1";
    /** Files of one sound may differ by an encoder's padding. */
    private static final double SAME_LENGTH = 0.25;

    public static Corrections none() {
        return new Corrections(CONTRACT, null, List.of());
    }

    public static Corrections of(List<Correction> all) {
        return new Corrections(CONTRACT, null, List.copyOf(all));
    }

    /** Those of a song map, or of any other file that holds them under the same name. */
    public static Corrections read(Path file) {
        try {
            return JsonFile.read(file, Corrections.class);
        } catch (IOException e) {
            throw new ProblemException(SongProblems.correctionsUnreadable(file.toString(), JsonFile.complaint(e)), e);
        }
    }

    public List<Correction> all() {
        return corrections == null ? List.of() : corrections;
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** Whether they may have been said of a song of this length. */
    public boolean mayBeOf(double seconds) {
        return isEmpty() || duration == null || Math.abs(duration - seconds) <= SAME_LENGTH;
    }

    public Corrections with(Correction said) {
        return of(Stream.concat(all().stream(), Stream.of(said)).toList());
    }

    public Corrections withoutLast() {
        return isEmpty() ? this : of(all().subList(0, all().size() - 1));
    }

    <T extends Correction> List<T> of(Class<T> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether somebody said where beats are, so that there are some. */
    boolean tellOfBeats() {
        return all().stream().anyMatch(said -> switch (said) {
            case Correction.Border _, Correction.NoBorder _, Correction.Kept _, Correction.Named _ -> false;
            default -> true;
        });
    }
}
