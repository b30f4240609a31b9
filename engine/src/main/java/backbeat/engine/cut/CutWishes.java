package backbeat.engine.cut;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.CutProblems;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people want of a cut, contract {@code cut-wishes/1}: kept beside the cut and held to by the next one. Times are seconds of the song; clips are named as in every
 * result, relative to the footage folder.
 *
 * @param songSeconds length of the song they were said of; null for any
 * @param style a name of {@link Styles#names()} or the path of a file; null for the standard one
 * @param seed 0 for the cheapest cut; any other number for another one that is about as good
 * @param plan path of a shot list; null for none
 * @param repeats what a section does that is heard again; null for what the style says
 * @param locks shots that stay as they are, from their first frame to their last
 * @param picks stretches in which a certain clip must be seen
 * @param bans clips that must not be seen, in a stretch or anywhere
 * @param circled clips that people liked on the set
 * @param story clips without the song's sound that may be shown anywhere
 */
@JsonPropertyOrder("contract")
public record CutWishes(
        String contract,
        @Nullable Double songSeconds,
        @Nullable String style,
        Long seed,
        @Nullable String plan,
        Style.@Nullable Repeats repeats,
        List<Held> locks,
        List<Held> picks,
        List<Ban> bans,
        List<String> circled,
        List<String> story) {
    public static final String CONTRACT = "cut-wishes/1";
    public static final CutWishes NONE =
            new CutWishes(CONTRACT, null, null, 0L, null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A clip in a stretch of the song.
     *
     * @param clipStart clip time that was shown at the start, which tells which of several playbacks in a clip is meant; null for any
     */
    public record Held(
            String clip, double from, double to, @Nullable Double clipStart) {
        public Held(String clip, double from, double to) {
            this(clip, from, to, null);
        }

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

    private static final double SAME_SONG = 0.5;

    public CutWishes {
        seed = Objects.requireNonNullElse(seed, 0L);
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
            if (!CONTRACT.equals(read.contract) || !read.isWhole()) {
                throw CutProblems.wishesUnreadable(file.toString()).asException();
            }
            return read;
        } catch (IOException e) {
            throw CutProblems.wishesUnreadable(file.toString()).asException();
        }
    }

    /** Whether every wish names its clip, and its times are times. */
    @JsonIgnore
    public boolean isWhole() {
        return Stream.concat(locks.stream(), picks.stream())
                        .allMatch(held -> held.clip != null && isTime(held.from) && isTime(held.to))
                && bans.stream().allMatch(ban -> ban.clip != null && isTime(ban.from) && isTime(ban.to));
    }

    private static boolean isTime(@Nullable Double seconds) {
        return seconds == null || (Double.isFinite(seconds) && seconds >= 0);
    }

    /** Whether they may have been said of a song of this length. */
    public boolean mayBeOf(double seconds) {
        return songSeconds == null || Math.abs(songSeconds - seconds) < SAME_SONG;
    }

    public CutWishes of(double seconds) {
        return with(draft -> draft.songSeconds = seconds);
    }

    /** Without what is said of one clip: picks, bans, circles and that it tells the story. */
    public CutWishes without(String clip) {
        return with(draft -> {
            draft.picks = picks.stream().filter(pick -> !pick.clip.equals(clip)).toList();
            draft.bans = bans.stream().filter(ban -> !ban.clip.equals(clip)).toList();
            draft.circled =
                    circled.stream().filter(other -> !other.equals(clip)).toList();
            draft.story = story.stream().filter(other -> !other.equals(clip)).toList();
        });
    }

    public CutWishes withStyle(@Nullable String other) {
        return with(draft -> draft.style = other);
    }

    public CutWishes withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    public CutWishes withPlan(@Nullable String file) {
        return with(draft -> draft.plan = file);
    }

    public CutWishes withRepeats(Style.@Nullable Repeats other) {
        return with(draft -> draft.repeats = other);
    }

    /** The same taste, with other shots held and other clips banned. */
    public CutWishes holding(List<Held> otherLocks, List<Held> otherPicks, List<Ban> otherBans) {
        return with(draft -> {
            draft.locks = otherLocks;
            draft.picks = otherPicks;
            draft.bans = otherBans;
        });
    }

    /** A lock takes the place of older ones that it overlaps. */
    public CutWishes locking(Held shot) {
        return with(draft -> draft.locks = plus(locks, shot, other -> other.overlaps(shot)));
    }

    /** Frees every locked shot that is seen at a time of the song. */
    public CutWishes unlocking(double at) {
        return with(draft -> draft.locks = locks.stream()
                .filter(lock -> at < lock.from - SAME || at >= lock.to - SAME)
                .toList());
    }

    /** A pick takes the place of older ones that it overlaps. */
    public CutWishes picking(Held wished) {
        return with(draft -> draft.picks = plus(picks, wished, other -> other.overlaps(wished)));
    }

    public CutWishes banning(Ban ban) {
        return with(draft -> draft.bans = plus(bans, ban, ban::equals));
    }

    public CutWishes circling(String clip) {
        return with(draft -> draft.circled = plus(circled, clip, clip::equals));
    }

    public CutWishes telling(String storyClip) {
        return with(draft -> draft.story = plus(story, storyClip, storyClip::equals));
    }

    private static <T> List<T> plus(List<T> list, T added, Predicate<T> replaced) {
        List<T> all = new ArrayList<>(list);
        all.removeIf(replaced);
        all.add(added);
        return List.copyOf(all);
    }

    private CutWishes with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.wishes();
    }

    /** Wishes on their way to others: what a change does not name stays. */
    private static final class Draft {
        private @Nullable Double songSeconds;
        private @Nullable String style;
        private long seed;
        private @Nullable String plan;
        private Style.@Nullable Repeats repeats;
        private List<Held> locks;
        private List<Held> picks;
        private List<Ban> bans;
        private List<String> circled;
        private List<String> story;

        private Draft(CutWishes from) {
            songSeconds = from.songSeconds;
            style = from.style;
            seed = from.seed;
            plan = from.plan;
            repeats = from.repeats;
            locks = from.locks;
            picks = from.picks;
            bans = from.bans;
            circled = from.circled;
            story = from.story;
        }

        private CutWishes wishes() {
            return new CutWishes(CONTRACT, songSeconds, style, seed, plan, repeats, locks, picks, bans, circled, story);
        }
    }
}
