package backbeat.studio.review;

import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.TASK;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.CommentRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Comments on frames of a film, and answers to them. */
public final class Comments {
    /**
     * @param film which film it was said of
     * @param lastFrame of the stretch that it stands on; the same frame where it stands on one
     * @param songEnd where the last frame ends
     * @param drawing as {@link Note#drawing} tells
     * @param answers the comment that it answers; null for one that begins a talk
     * @param taskId of the plan that it became; null for none
     */
    public record Comment(
            String id,
            String film,
            int frame,
            int lastFrame,
            double songSeconds,
            double songEnd,
            String author,
            boolean guest,
            String words,
            String drawing,
            @Nullable String answers,
            boolean resolved,
            @Nullable String taskId,
            Instant when) {
        public boolean isAnswer() {
            return answers != null;
        }

        public boolean isSpan() {
            return lastFrame > frame;
        }
    }

    /**
     * Where a comment stands: on a frame, or on a stretch.
     *
     * @param lastFrame of the stretch; the same frame for one
     * @param songEnd where the last frame ends; not looked at for one frame
     */
    public record Place(String film, int frame, double songSeconds, int lastFrame, double songEnd) {
        public Place {
            boolean begins = frame >= 0 && songSeconds >= 0 && songSeconds < LONGEST_SONG;
            boolean ends = lastFrame == frame || (lastFrame > frame && songEnd > songSeconds && songEnd < LONGEST_SONG);
            if (!(begins && ends)) {
                throw new Problem(
                                "review/place", "That is no place in the film.", "", "", "Choose a frame of the film.")
                        .asException();
            }
        }

        /** On one frame. */
        public Place(String film, int frame, double songSeconds) {
            this(film, frame, songSeconds, frame, songSeconds);
        }

        private boolean isSpan() {
            return lastFrame > frame;
        }
    }

    /** In seconds. */
    private static final double LONGEST_SONG = 100_000;
    /** The same words of the same person on the same frame are the same comment for so long. */
    private static final Duration SAID_AGAIN = Duration.ofSeconds(10);

    private final Store store;
    private final Clock clock;

    public Comments(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Comment say(String productionId, Place place, Note note, Author author) {
        return say(productionId, place, note, author, made -> {});
    }

    /**
     * What is sent twice in a moment is said once.
     *
     * @param first is told of the comment, unless it was there already
     */
    public Comment say(String productionId, Place place, Note note, Author author, Consumer<Comment> first) {
        return add(productionId, place, note, author, null, first);
    }

    public Comment answer(String productionId, String commentId, Note note, Author author) {
        return answer(productionId, commentId, note, author, made -> {});
    }

    /**
     * An answer stands where the talk began, whichever of its comments was answered.
     *
     * @param first is told of the answer, unless it was there already
     */
    public Comment answer(String productionId, String commentId, Note note, Author author, Consumer<Comment> first) {
        Comment answered = byId(productionId, commentId);
        Place place = new Place(
                answered.film(), answered.frame(), answered.songSeconds(), answered.lastFrame(), answered.songEnd());
        String talk = answered.answers() == null ? commentId : answered.answers();
        return add(productionId, place, note, author, talk, first);
    }

    private Comment add(
            String productionId,
            Place place,
            Note note,
            Author author,
            @Nullable String answers,
            Consumer<Comment> first) {
        String fresh = Id.fresh();
        String kept = store.changed(sql -> {
            Optional<String> again = saidJustNow(sql, productionId, place, note, author, answers);
            if (again.isEmpty()) {
                new GuestLimits(sql, clock.millis()).require(productionId, author);
                insert(sql, fresh, productionId, place, note, author, answers);
            }
            return again.orElse(fresh);
        });
        Comment comment = byId(productionId, kept);
        if (kept.equals(fresh)) {
            first.accept(comment);
        }
        return comment;
    }

    /** Who presses the button twice, or whose browser sends it again, says one thing. */
    private Optional<String> saidJustNow(
            DSLContext sql, String productionId, Place place, Note note, Author author, @Nullable String answers) {
        return sql.select(COMMENT.ID)
                .from(COMMENT)
                .where(COMMENT.PRODUCTION_ID.eq(productionId))
                .and(COMMENT.MADE_AT.gt(clock.millis() - SAID_AGAIN.toMillis()))
                .and(COMMENT.FILM.eq(place.film()))
                .and(COMMENT.FRAME.eq(place.frame()))
                .and(COMMENT.LAST_FRAME.isNotDistinctFrom(place.isSpan() ? place.lastFrame() : null))
                .and(COMMENT.AUTHOR.eq(author.name()))
                .and(COMMENT.ACCOUNT_ID.isNotDistinctFrom(author.accountId()))
                .and(COMMENT.LINK_ID.isNotDistinctFrom(author.linkId()))
                .and(COMMENT.WORDS.eq(note.words()))
                .and(COMMENT.DRAWING.eq(note.drawing()))
                .and(COMMENT.ANSWERS.isNotDistinctFrom(answers))
                .limit(1)
                .fetchOptional(COMMENT.ID);
    }

    private void insert(
            DSLContext sql,
            String id,
            String productionId,
            Place place,
            Note note,
            Author author,
            @Nullable String answers) {
        sql.insertInto(COMMENT)
                .set(COMMENT.ID, id)
                .set(COMMENT.PRODUCTION_ID, productionId)
                .set(COMMENT.FILM, place.film())
                .set(COMMENT.FRAME, place.frame())
                .set(COMMENT.SONG_SECONDS, place.songSeconds())
                .set(COMMENT.LAST_FRAME, place.isSpan() ? place.lastFrame() : null)
                .set(COMMENT.SONG_END, place.isSpan() ? place.songEnd() : null)
                .set(COMMENT.AUTHOR, author.name())
                .set(COMMENT.ACCOUNT_ID, author.accountId())
                .set(COMMENT.LINK_ID, author.linkId())
                .set(COMMENT.WORDS, note.words())
                .set(COMMENT.DRAWING, note.drawing())
                .set(COMMENT.ANSWERS, answers)
                .set(COMMENT.RESOLVED, false)
                .set(COMMENT.MADE_AT, clock.millis())
                .execute();
    }

    public Comment byId(String productionId, String id) {
        return store.sql()
                .selectFrom(COMMENT)
                .where(COMMENT.ID.eq(id))
                .and(COMMENT.PRODUCTION_ID.eq(productionId))
                .fetchOptional(Comments::comment)
                .orElseThrow(() -> new Problem(
                                "review/no-comment",
                                "This comment is not there any more.",
                                "",
                                "",
                                "Load the page again.")
                        .asException());
    }

    /** How many comments of each production are not resolved. */
    public Map<String, Integer> open(Collection<String> productionIds) {
        return store.sql()
                .select(COMMENT.PRODUCTION_ID, DSL.count())
                .from(COMMENT)
                .where(COMMENT.PRODUCTION_ID.in(productionIds))
                .and(COMMENT.RESOLVED.isFalse())
                .and(COMMENT.ANSWERS.isNull())
                .groupBy(COMMENT.PRODUCTION_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** In the order of the song; answers in the order in which they were given. */
    public List<Comment> of(String productionId) {
        return store.sql()
                .selectFrom(COMMENT)
                .where(COMMENT.PRODUCTION_ID.eq(productionId))
                .orderBy(COMMENT.SONG_SECONDS, COMMENT.MADE_AT)
                .fetch(Comments::comment);
    }

    private static Comment comment(CommentRecord row) {
        return new Comment(
                row.getId(),
                row.getFilm(),
                row.getFrame(),
                row.getLastFrame() == null ? row.getFrame() : row.getLastFrame(),
                row.getSongSeconds(),
                row.getSongEnd() == null ? row.getSongSeconds() : row.getSongEnd(),
                row.getAuthor(),
                row.getLinkId() != null,
                row.getWords(),
                row.getDrawing() == null ? "" : row.getDrawing(),
                row.getAnswers(),
                row.getResolved(),
                row.getTaskId(),
                Instant.ofEpochMilli(row.getMadeAt()));
    }

    /** Whether a row that comes from elsewhere is a comment that could have been made here. */
    public static boolean isKept(CommentRecord row) {
        try {
            Comment read = comment(row);
            Place place = new Place(read.film(), read.frame(), read.songSeconds(), read.lastFrame(), read.songEnd());
            return !place.film().isEmpty()
                    && !new Note(read.words(), read.drawing()).words().isEmpty();
        } catch (ProblemException none) {
            return false;
        }
    }

    /** Of some comments, those that are still there, in any order. */
    public List<Comment> byIds(Collection<String> ids) {
        return store.sql().selectFrom(COMMENT).where(COMMENT.ID.in(ids)).fetch(Comments::comment);
    }

    /**
     * A comment becomes a task, and only another one when that is gone. Each is marked as done for itself: who wrote the comment may see it otherwise than who did
     * the task.
     *
     * @return takes the key of the task, in the change that makes it
     */
    public BiConsumer<DSLContext, String> becoming(String productionId, String id) {
        return (sql, taskId) -> {
            int changed = sql.update(COMMENT)
                    .set(COMMENT.TASK_ID, taskId)
                    .where(COMMENT.ID.eq(id))
                    .and(COMMENT.PRODUCTION_ID.eq(productionId))
                    .and(DSL.notExists(DSL.selectOne().from(TASK).where(TASK.ID.eq(COMMENT.TASK_ID))))
                    .execute();
            if (changed == 0) {
                throw new Problem(
                                "review/is-task",
                                "This comment is a task already.",
                                "",
                                "Somebody made one of it, perhaps with the same button.",
                                "Load the page again, and change that task.")
                        .asException();
            }
        };
    }

    /** Keys of the comments that became tasks, by the task. */
    public Map<String, String> byTask(String productionId) {
        return store.sql()
                .select(COMMENT.TASK_ID, COMMENT.ID)
                .from(COMMENT)
                .where(COMMENT.PRODUCTION_ID.eq(productionId))
                .and(COMMENT.TASK_ID.isNotNull())
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    public void resolve(String productionId, String id, boolean resolved) {
        store.sql()
                .update(COMMENT)
                .set(COMMENT.RESOLVED, resolved)
                .where(COMMENT.ID.eq(id))
                .and(COMMENT.PRODUCTION_ID.eq(productionId))
                .execute();
    }
}
