package backbeat.studio.edit;

import backbeat.engine.cut.Choice;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.CutWishes.Ban;
import backbeat.engine.cut.CutWishes.Held;
import backbeat.engine.cut.Style;
import backbeat.engine.cut.Styles;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.SongMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a person does to a cut, as wishes of the engine: those that stay, and what the planner is told now, which holds every other shot where it is. What a person
 * chose is locked, so that the next cut keeps it.
 *
 * @param words for the list of versions
 */
public record CutEdit(String words, CutWishes wishes, CutWishes told) {

    /** A cut that edits are made on: shots as people see them, and what is wished of it so far. */
    public record On(List<Choice> shots, CutWishes wishes) {
        public On {
            shots = List.copyOf(shots);
        }

        public On(CutView cut, CutWishes wishes) {
            this(cut.whole(), wishes);
        }

        private Choice shot(int index) {
            if (index < 0 || index >= shots.size()) {
                throw refused("There is no such shot in this cut.");
            }
            return shots.get(index);
        }

        public boolean isLocked(int index) {
            Choice shot = shot(index);
            return shot.clip() != null
                    && wishes.locks().stream()
                            .anyMatch(lock -> lock.clip().equals(shot.clip())
                                    && Math.abs(lock.from() - shot.songStart()) < NEAR
                                    && Math.abs(lock.to() - shot.songEnd()) < NEAR);
        }

        /** What is wished, and all shots held that are named. */
        private CutWishes holding(CutWishes base, IntPredicate which) {
            CutWishes told = base;
            for (int i = 0; i < shots.size(); i++) {
                Held held = held(shots.get(i));
                if (held != null && which.test(i)) {
                    told = free(told, held.from(), held.to()).locking(held);
                }
            }
            return told;
        }
    }

    /** A frame or so, in seconds. */
    private static final double NEAR = 0.03;

    /** Another clip in a shot's place; everything else stays. */
    public static CutEdit swap(On cut, int index, String clip, @Nullable Double clipStart) {
        Choice shot = cut.shot(index);
        Held now = new Held(clip, shot.songStart(), shot.songEnd(), clipStart);
        CutWishes wishes = allowed(free(cut.wishes, now.from(), now.to()), clip).locking(now);
        return new CutEdit(
                at(shot) + name(clip) + " instead of " + name(shot.clip()),
                wishes,
                cut.holding(wishes, other -> other != index));
    }

    /** The cut that begins a shot comes some beats later, or earlier. */
    public static CutEdit move(On cut, int index, int beats, SongMap map) {
        Choice shot = cut.shot(index);
        Choice before = cut.shot(index - 1);
        double to = beatsAway(shot.songStart(), beats, map);
        if (to <= before.songStart() + NEAR || to >= shot.songEnd() - NEAR) {
            throw refused("The cut would pass the one next to it.");
        }
        Double start = shot.clipStart();
        Held own = shot.clip() == null
                ? null
                : new Held(shot.clip(), to, shot.songEnd(), start == null ? null : start + to - shot.songStart());
        Held earlier =
                before.clip() == null ? null : new Held(before.clip(), before.songStart(), to, before.clipStart());
        CutWishes wishes = free(cut.wishes, before.songStart(), shot.songEnd());
        for (Held held : both(earlier, own)) {
            wishes = wishes.locking(held);
        }
        return new CutEdit(
                at(shot) + "the cut comes " + Math.abs(beats) + (Math.abs(beats) == 1 ? " beat " : " beats ")
                        + (beats < 0 ? "earlier" : "later"),
                wishes,
                cut.holding(wishes, i -> i != index && i != index - 1));
    }

    /** A clip is not seen again, or not in this shot. */
    public static CutEdit ban(On cut, int index, boolean everywhere) {
        Choice shot = cut.shot(index);
        String clip = shot.clip();
        if (clip == null) {
            throw refused("Nothing is seen there that could be left out.");
        }
        CutWishes freed = free(cut.wishes, shot.songStart(), shot.songEnd());
        Ban ban = everywhere ? new Ban(clip, null, null) : new Ban(clip, shot.songStart(), shot.songEnd());
        CutWishes wishes = everywhere ? withoutLocksOf(freed, clip).banning(ban) : freed.banning(ban);
        return new CutEdit(
                (everywhere ? "" : at(shot)) + "without " + name(clip),
                wishes,
                cut.holding(
                        wishes,
                        i -> i != index
                                && !(everywhere && clip.equals(cut.shots.get(i).clip()))));
    }

    /** The cut that song, clips and wishes ask for now. */
    public static CutEdit anew(CutWishes wishes) {
        return new CutEdit("cut again", wishes, wishes);
    }

    /**
     * Another cut, under what is locked: to another taste where that is another, else one that is about as good.
     *
     * @param style a name of {@link Styles#names()}
     * @param repeats what a section does that is heard again; null for what the style says
     */
    public static CutEdit again(On cut, String style, Style.@Nullable Repeats repeats) {
        boolean otherStyle = !style.equals(Objects.requireNonNullElse(cut.wishes.style(), Styles.STANDARD));
        boolean otherRepeats = repeats != cut.wishes.repeats();
        if (!otherStyle && !otherRepeats) {
            CutWishes wishes = cut.wishes.withSeed(cut.wishes.seed() + 1);
            return new CutEdit("another cut that is about as good", wishes, wishes);
        }
        CutWishes wishes = (otherStyle ? cut.wishes.withStyle(style) : cut.wishes)
                .withRepeats(repeats)
                .withSeed(0);
        String words = (otherStyle ? "cut in the style " + style : "cut") + (otherRepeats ? said(repeats) : "");
        return new CutEdit(words, wishes, wishes);
    }

    private static String said(Style.@Nullable Repeats repeats) {
        return switch (repeats) {
            case null -> ", repeats as the style says";
            case ALIKE -> ", repeats alike";
            case DIFFERENT -> ", repeats different";
            case FREE -> ", repeats free";
        };
    }

    /** Another cut of a stretch; what lies outside of it stays. */
    public static CutEdit againWithin(On cut, double from, double to) {
        CutWishes wishes = cut.wishes.withSeed(cut.wishes.seed() + 1);
        CutWishes told = cut.holding(
                wishes,
                i -> cut.shots.get(i).songEnd() <= from + NEAR
                        || cut.shots.get(i).songStart() >= to - NEAR);
        return new CutEdit(String.format(Locale.ROOT, "cut anew from %.1f s to %.1f s", from, to), wishes, told);
    }

    static CutWishes lock(On cut, int index) {
        Held held = held(cut.shot(index));
        if (held == null) {
            throw refused("Black cannot be locked.");
        }
        return cut.wishes.locking(held);
    }

    static CutWishes unlock(On cut, int index) {
        Choice shot = cut.shot(index);
        return cut.wishes.unlocking((shot.songStart() + shot.songEnd()) / 2);
    }

    private static List<Held> both(@Nullable Held first, @Nullable Held then) {
        List<Held> held = new ArrayList<>();
        if (first != null) {
            held.add(first);
        }
        if (then != null) {
            held.add(then);
        }
        return held;
    }

    private static @Nullable Held held(Choice shot) {
        return shot.clip() == null ? null : new Held(shot.clip(), shot.songStart(), shot.songEnd(), shot.clipStart());
    }

    /** A cut may come some frames before the beat that it belongs to, and keeps that. */
    private static double beatsAway(double from, int beats, SongMap map) {
        List<SongMap.Beat> all = map.beats();
        int nearest = 0;
        for (int i = 0; i < all.size(); i++) {
            if (Math.abs(all.get(i).time() - from) < Math.abs(all.get(nearest).time() - from)) {
                nearest = i;
            }
        }
        int target = nearest + beats;
        if (all.isEmpty() || target < 0 || target >= all.size()) {
            throw refused("The song has no beat there.");
        }
        double early = from - all.get(nearest).time();
        double kept = Math.abs(early) < 0.2 ? early : 0;
        return all.get(target).time() + kept;
    }

    private static CutWishes free(CutWishes wishes, double from, double to) {
        return wishes.holding(
                wishes.locks().stream().filter(lock -> isApart(lock, from, to)).toList(),
                wishes.picks().stream().filter(pick -> isApart(pick, from, to)).toList(),
                wishes.bans());
    }

    private static boolean isApart(Held held, double from, double to) {
        return held.to() <= from + NEAR || held.from() >= to - NEAR;
    }

    /** What a person chooses is not banned any more. */
    private static CutWishes allowed(CutWishes wishes, String clip) {
        return wishes.holding(
                wishes.locks(),
                wishes.picks(),
                wishes.bans().stream().filter(ban -> !ban.clip().equals(clip)).toList());
    }

    private static CutWishes withoutLocksOf(CutWishes wishes, String clip) {
        return wishes.holding(
                wishes.locks().stream()
                        .filter(lock -> !lock.clip().equals(clip))
                        .toList(),
                wishes.picks().stream()
                        .filter(pick -> !pick.clip().equals(clip))
                        .toList(),
                wishes.bans());
    }

    private static String at(Choice shot) {
        return shot.bar().isEmpty()
                ? String.format(Locale.ROOT, "%.1f s: ", shot.songStart())
                : "Bar " + shot.bar() + ": ";
    }

    private static String name(@Nullable String clip) {
        return clip == null ? "black" : clip.substring(clip.lastIndexOf('/') + 1);
    }

    static ProblemException refused(String why) {
        return new Problem("edit/cut", "The cut stays as it is.", "", why, "Choose another place or clip.")
                .asException();
    }
}
