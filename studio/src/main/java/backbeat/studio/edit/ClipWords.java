package backbeat.studio.edit;

import static backbeat.studio.store.db.Tables.CLIP_WORD;

import backbeat.studio.people.Account;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.ClipWordRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What people said of a production's clips. A person's word holds over the machine's; the last can be taken back. */
public final class ClipWords {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_STARS = 5;
    /** No clip and no song is so long, in seconds. */
    private static final double FAR_OFF = 1_000_000;

    private enum Matter {
        PLACE,
        NOT_HERE,
        MACHINE,
        CIRCLE,
        STARS
    }

    /**
     * What was taken back, or said again.
     *
     * @param moves whether a clip stands elsewhere now
     */
    public record TakenBack(String words, String clip, boolean moves) {}

    private final Store store;
    private final Clock clock;

    public ClipWords(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param words for people, without the clip's name */
    public void place(String productionId, String clip, ClipSaid.Place place, String words, Account by) {
        say(productionId, clip, Matter.PLACE, JSON.writeValueAsString(place), words, by);
    }

    public void notHere(String productionId, String clip, Account by) {
        say(productionId, clip, Matter.NOT_HERE, "", "not from this song", by);
    }

    /** The machine's word holds again. */
    public void leaveToMachine(String productionId, String clip, Account by) {
        say(productionId, clip, Matter.MACHINE, "", "placed by Backbeat again", by);
    }

    public void circle(String productionId, String clip, boolean circled, Account by) {
        say(
                productionId,
                clip,
                Matter.CIRCLE,
                String.valueOf(circled),
                circled ? "circled" : "not circled any more",
                by);
    }

    public void rate(String productionId, String clip, int stars, Account by) {
        int given = Math.clamp(stars, 0, MOST_STARS);
        say(productionId, clip, Matter.STARS, String.valueOf(given), given + (given == 1 ? " star" : " stars"), by);
    }

    private void say(String productionId, String clip, Matter matter, String said, String words, Account by) {
        store.change(sql -> {
            sql.update(CLIP_WORD)
                    .set(CLIP_WORD.GONE, true)
                    .where(CLIP_WORD.PRODUCTION_ID.eq(productionId))
                    .and(CLIP_WORD.UNDONE)
                    .execute();
            sql.insertInto(CLIP_WORD)
                    .set(CLIP_WORD.PRODUCTION_ID, productionId)
                    .set(CLIP_WORD.PLACE, sql.fetchCount(CLIP_WORD, CLIP_WORD.PRODUCTION_ID.eq(productionId)) + 1)
                    .set(CLIP_WORD.CLIP, clip)
                    .set(CLIP_WORD.MATTER, matter.name())
                    .set(CLIP_WORD.SAID, said)
                    .set(CLIP_WORD.WORDS, words)
                    .set(CLIP_WORD.ACCOUNT_ID, by.id())
                    .set(CLIP_WORD.SAID_AT, clock.millis())
                    .set(CLIP_WORD.UNDONE, false)
                    .set(CLIP_WORD.GONE, false)
                    .execute();
        });
    }

    /** Whether what comes from elsewhere is a word about a clip, as it is kept here. */
    public static boolean isWord(String clip, String matter, String said) {
        try {
            Path path = Path.of(clip);
            ClipSaid read = after(ClipSaid.NOTHING, matter, said);
            ClipSaid.Place place = read.place();
            return !clip.isEmpty()
                    && !path.isAbsolute()
                    && path.equals(path.normalize())
                    && !path.startsWith("..")
                    && read.stars() >= 0
                    && read.stars() <= MOST_STARS
                    && (Matter.valueOf(matter) == Matter.PLACE) == (place != null)
                    && (place == null || (isNear(place.songTime()) && isNear(place.clipTime())));
        } catch (IllegalArgumentException | JacksonException junk) {
            return false;
        }
    }

    private static boolean isNear(double seconds) {
        return Math.abs(seconds) < FAR_OFF;
    }

    /** By the paths of the clips; those of whom nothing is said are left out. */
    public Map<String, ClipSaid> of(String productionId) {
        Map<String, ClipSaid> said = new HashMap<>();
        store.sql()
                .selectFrom(CLIP_WORD)
                .where(CLIP_WORD.PRODUCTION_ID.eq(productionId))
                .and(CLIP_WORD.UNDONE.isFalse())
                .orderBy(CLIP_WORD.PLACE)
                .fetch()
                .forEach(row -> said.merge(
                        row.getClip(),
                        after(ClipSaid.NOTHING, row.getMatter(), row.getSaid()),
                        (before, ignored) -> after(before, row.getMatter(), row.getSaid())));
        return said;
    }

    private static ClipSaid after(ClipSaid before, String matter, String said) {
        return switch (Matter.valueOf(matter)) {
            case PLACE -> before.at(JSON.readValue(said, ClipSaid.Place.class), false);
            case NOT_HERE -> before.at(null, true);
            case MACHINE -> before.at(null, false);
            case CIRCLE -> before.circled(Boolean.parseBoolean(said));
            case STARS -> before.rated(Integer.parseInt(said));
        };
    }

    /** The paths of the circled ones. */
    Set<String> circled(String productionId) {
        Set<String> circled = new HashSet<>();
        of(productionId).forEach((clip, said) -> {
            if (said.circled()) {
                circled.add(clip);
            }
        });
        return circled;
    }

    /** What {@link #undo} would take back, in words; null when there is nothing. */
    public @Nullable String last(String productionId) {
        return lastRow(productionId).map(ClipWords::told).orElse(null);
    }

    /** What {@link #redo} would say again, in words; null when there is nothing. */
    public @Nullable String next(String productionId) {
        return nextRow(productionId).map(ClipWords::told).orElse(null);
    }

    private static String told(ClipWordRecord row) {
        return row.getClip().substring(row.getClip().lastIndexOf('/') + 1) + ": " + row.getWords();
    }

    /** Words are taken back from the last one on, so the first of those is said again first. */
    private Optional<ClipWordRecord> nextRow(String productionId) {
        return store.sql()
                .selectFrom(CLIP_WORD)
                .where(CLIP_WORD.PRODUCTION_ID.eq(productionId))
                .and(CLIP_WORD.UNDONE)
                .and(CLIP_WORD.GONE.isFalse())
                .orderBy(CLIP_WORD.PLACE)
                .limit(1)
                .fetchOptional();
    }

    private Optional<ClipWordRecord> lastRow(String productionId) {
        return store.sql()
                .selectFrom(CLIP_WORD)
                .where(CLIP_WORD.PRODUCTION_ID.eq(productionId))
                .and(CLIP_WORD.UNDONE.isFalse())
                .orderBy(CLIP_WORD.PLACE.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Takes the last word back. */
    public Optional<TakenBack> undo(String productionId) {
        return turned(lastRow(productionId), true);
    }

    /** Says again what was taken back last. */
    public Optional<TakenBack> redo(String productionId) {
        return turned(nextRow(productionId), false);
    }

    private Optional<TakenBack> turned(Optional<ClipWordRecord> which, boolean undone) {
        which.ifPresent(row -> store.change(sql -> sql.update(CLIP_WORD)
                .set(CLIP_WORD.UNDONE, undone)
                .where(CLIP_WORD.PRODUCTION_ID.eq(row.getProductionId()))
                .and(CLIP_WORD.PLACE.eq(row.getPlace()))
                .execute()));
        return which.map(row -> new TakenBack(
                row.getWords(),
                row.getClip(),
                Set.of(Matter.PLACE, Matter.NOT_HERE, Matter.MACHINE).contains(Matter.valueOf(row.getMatter()))));
    }

    /** Places on another song are no places on this one; what was liked stays liked. */
    void forgetPlaces(String productionId) {
        store.change(sql -> sql.update(CLIP_WORD)
                .set(CLIP_WORD.UNDONE, true)
                .set(CLIP_WORD.GONE, true)
                .where(CLIP_WORD.PRODUCTION_ID.eq(productionId))
                .and(CLIP_WORD.MATTER.in(Matter.PLACE.name(), Matter.NOT_HERE.name(), Matter.MACHINE.name()))
                .execute());
    }
}
