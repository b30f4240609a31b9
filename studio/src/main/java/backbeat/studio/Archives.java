package backbeat.studio;

import static backbeat.studio.store.db.Tables.CLIP_WORD;
import static backbeat.studio.store.db.Tables.COMMENT;
import static backbeat.studio.store.db.Tables.CUT_VERSION;
import static backbeat.studio.store.db.Tables.PRODUCTION;
import static backbeat.studio.store.db.Tables.SHOT_LIST;
import static backbeat.studio.store.db.Tables.SONG_CORRECTION;
import static backbeat.studio.store.db.Tables.SONG_LYRICS;
import static backbeat.studio.store.db.Tables.TASK;
import static backbeat.studio.store.db.Tables.TASK_NEED;

import backbeat.studio.archive.ProductionArchive;
import backbeat.studio.archive.TableContract;
import backbeat.studio.edit.ClipWords;
import backbeat.studio.edit.CutVersion;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.SongCorrections;
import backbeat.studio.edit.SongLyrics;
import backbeat.studio.plan.Plan;
import backbeat.studio.production.Productions;
import backbeat.studio.review.Comments;
import backbeat.studio.shots.ShotLists;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.CutVersionRecord;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Archives of productions that hold nothing but what those who own each table can work with. */
public final class Archives {
    /** Far above what people do, and far below where numbers end. */
    private static final int MOST_VERSIONS = 1_000_000;

    private static final List<TableContract<?>> CONTRACTS = List.of(
            TableContract.each(
                    PRODUCTION,
                    row -> !Plan.isDate(row.getReleaseOn())
                            ? "\"release_on\" is no day."
                            : row.getSongFile() != null && row.getSongName() == null ? "Its song has no name." : ""),
            TableContract.each(
                    SONG_CORRECTION,
                    row -> SongCorrections.isCorrection(row.getSaid()) ? "" : "\"said\" is no correction of a song."),
            TableContract.counted(SONG_CORRECTION, row -> row.getPlace()),
            TableContract.each(
                    CLIP_WORD,
                    row -> ClipWords.isWord(row.getClip(), row.getMatter(), row.getSaid())
                            ? ""
                            : "\"said\" is no word about a clip."),
            TableContract.counted(CLIP_WORD, row -> row.getPlace()),
            TableContract.each(
                    SONG_LYRICS,
                    row -> SongLyrics.isSheet(row.getContent()) ? "" : "\"content\" is no sheet of lyrics."),
            TableContract.counted(SONG_LYRICS, row -> row.getRevision()),
            TableContract.each(
                    SHOT_LIST,
                    row -> !isNumber(row.getRevision())
                            ? "\"revision\" is no number of a version."
                            : ShotLists.isList(row.getContent()) ? "" : "\"content\" is no shot list."),
            TableContract.each(CUT_VERSION, Archives::faultOf),
            TableContract.each(
                    COMMENT,
                    row -> Comments.isKept(row)
                            ? ""
                            : "It stands on no frame, or has no words or a drawing that is none."),
            TableContract.each(TASK, row -> Plan.isTask(row) ? "" : "It is no task: its stage, title, days or a date."),
            new TableContract<>(
                    TASK_NEED,
                    rows -> Plan.canBeDone(rows)
                            ? Stream.empty()
                            : Stream.of(new TableContract.Fault(1, "The tasks wait for each other in a circle."))));

    private Archives() {}

    public static ProductionArchive of(Store store, Productions productions, Clock clock) {
        return new ProductionArchive(
                store,
                productions,
                clock,
                id -> Results.in(productions.folder(id)).unreadable(),
                CONTRACTS);
    }

    private static String faultOf(CutVersionRecord row) {
        Integer parent = row.getParent();
        boolean told = row.getTold() == null || CutVersion.areWishes(row.getTold());
        if (!isNumber(row.getNumber()) || (parent != null && !(parent >= 1 && parent < row.getNumber()))) {
            return "It is numbered as no version of a cut is.";
        }
        return !CutVersion.isState(row.getState())
                ? "\"state\" is none of a version."
                : CutVersion.areWishes(row.getWishes()) && told
                        ? ""
                        : "\"wishes\" or \"told\" are no wishes for a cut.";
    }

    private static boolean isNumber(int number) {
        return number >= 1 && number <= MOST_VERSIONS;
    }
}
