package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.production.Production;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Brings what a production is made of, as people last said it: what was computed before comes from where it is kept. */
final class Loading {
    private final Supplier<Backbeat> engine;
    private final SongCorrections corrections;
    private final ClipWords words;

    /** Where every clip stands. */
    record Placed(Backbeat.Song song, Footage footage, SyncResult sync) {}

    Loading(Supplier<Backbeat> engine, SongCorrections corrections, ClipWords words) {
        this.engine = engine;
        this.words = words;
        this.corrections = corrections;
    }

    Backbeat.Song song(Production production, Work work) {
        Production.Song brought = production.song();
        if (brought == null) {
            throw missing("edit/no-song", "This production has no song yet.", "Bring the song first.");
        }
        return engine.get().song(brought.file(), work);
    }

    SongMap map(Production production, Backbeat.Song song, Work work) {
        return engine.get().analyse(song, corrections.of(production.id()), work);
    }

    private static ProblemException missing(String code, String what, String remedy) {
        return new Problem(code, what, "", "", remedy).asException();
    }

    Footage footage(Production production, Work work) {
        Path folder = production.footage();
        if (folder == null) {
            throw missing(
                    "edit/no-footage", "This production has no footage yet.", "Name the folder of the footage first.");
        }
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                            "edit/footage-gone",
                            "The footage folder is not there.",
                            folder.toString(),
                            "",
                            "Connect the disk, or name the folder where the footage is now.")
                    .asException();
        }
        return engine.get().ingest(folder, work);
    }

    Placed placed(Production production, Work work) {
        Backbeat.Song song = song(production, work.part(0, 0.02));
        Footage footage = footage(production, work.part(0.02, 0.2));
        SyncResult heard = engine.get().sync(song, footage, work.part(0.2, 1));
        return new Placed(song, footage, HandPlaced.of(heard, words.of(production.id())));
    }
}
