package backbeat.engine.cut;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.CutProblems;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people want of a cut, contract {@code cut-wishes/1}: kept beside the cut and held to by the next one. Times are seconds of the song; clips are named as in every
 * result, relative to the footage folder.
 *
 * @param style a name of {@link Styles#names()} or the path of a file; null for the standard one
 * @param seed 0 for the cheapest cut; any other number for another one that is about as good
 * @param locks shots that stay as they are, from their first frame to their last
 * @param picks stretches in which a certain clip must be seen
 * @param bans clips that must not be seen, in a stretch or anywhere
 * @param circled clips that people liked on the set
 * @param story clips without the song's sound that may be shown anywhere
 */
@JsonPropertyOrder("contract")
public record CutWishes(
        String contract,
        @Nullable String style,
        long seed,
        List<Held> locks,
        List<Held> picks,
        List<Ban> bans,
        List<String> circled,
        List<String> story) {
    public static final String CONTRACT = "cut-wishes/1";
    public static final CutWishes NONE =
            new CutWishes(CONTRACT, null, 0, List.of(), List.of(), List.of(), List.of(), List.of());

    /** A clip in a stretch of the song. */
    public record Held(String clip, double from, double to) {
        boolean overlaps(Held other) {
            return from < other.to - SAME && other.from < to - SAME;
        }
    }

    /**
     * A clip that must not be seen.
     *
     * @param from null for from the beginning
     * @param to null for to the end
     */
    public record Ban(
            String clip, @Nullable Double from, @Nullable Double to) {}

    /** Below this no two places of the song are different ones. */
    private static final double SAME = 1e-3;

    public CutWishes {
        locks = filled(locks);
        picks = filled(picks);
        bans = filled(bans);
        circled = filled(circled);
        story = filled(story);
    }

    /** Lists that a file leaves out are empty. */
    private static <T> List<T> filled(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Reads a file of wishes. */
    public static CutWishes read(Path file) {
        try {
            CutWishes read = JsonFile.read(file, CutWishes.class);
            if (!CONTRACT.equals(read.contract)) {
                throw CutProblems.wishesUnreadable(file.toString()).asException();
            }
            return read;
        } catch (IOException e) {
            throw CutProblems.wishesUnreadable(file.toString()).asException();
        }
    }

    public CutWishes withStyle(@Nullable String other) {
        return new CutWishes(CONTRACT, other, seed, locks, picks, bans, circled, story);
    }

    public CutWishes withSeed(long other) {
        return new CutWishes(CONTRACT, style, other, locks, picks, bans, circled, story);
    }

    /** A lock takes the place of older ones that it overlaps. */
    public CutWishes locking(Held shot) {
        return withLocks(plus(locks, shot, other -> other.overlaps(shot)));
    }

    /** Frees every locked shot that is seen at a time of the song. */
    public CutWishes unlocking(double at) {
        return withLocks(locks.stream()
                .filter(lock -> at < lock.from - SAME || at >= lock.to - SAME)
                .toList());
    }

    private CutWishes withLocks(List<Held> others) {
        return new CutWishes(CONTRACT, style, seed, others, picks, bans, circled, story);
    }

    /** A pick takes the place of older ones that it overlaps. */
    public CutWishes picking(Held wished) {
        List<Held> others = plus(picks, wished, other -> other.overlaps(wished));
        return new CutWishes(CONTRACT, style, seed, locks, others, bans, circled, story);
    }

    public CutWishes banning(Ban ban) {
        return new CutWishes(CONTRACT, style, seed, locks, picks, plus(bans, ban, ban::equals), circled, story);
    }

    public CutWishes circling(String clip) {
        return new CutWishes(CONTRACT, style, seed, locks, picks, bans, plus(circled, clip, clip::equals), story);
    }

    public CutWishes telling(String storyClip) {
        return new CutWishes(
                CONTRACT, style, seed, locks, picks, bans, circled, plus(story, storyClip, storyClip::equals));
    }

    private static <T> List<T> plus(List<T> list, T added, Predicate<T> replaced) {
        List<T> all = new ArrayList<>(list);
        all.removeIf(replaced);
        all.add(added);
        return List.copyOf(all);
    }
}
