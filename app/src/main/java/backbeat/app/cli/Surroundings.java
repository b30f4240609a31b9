package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How song, footage and results lie to each other: all of it is allowed, some of it is seldom meant. */
final class Surroundings {
    private Surroundings() {}

    static List<Finding> findings(Backbeat.Song song, Path footage, Path out) {
        List<Finding> notes = new ArrayList<>();
        Path file = song.file();
        if (song.facts().video() != null) {
            notes.add(note(
                    "cli/song-has-picture",
                    "The song file has a picture.",
                    file,
                    "Is it a clip of the footage? Then name the song's own sound file with --song."));
        }
        if (liesIn(file, footage)) {
            notes.add(note(
                    "cli/song-in-footage",
                    "The song file lies in the footage folder, so it is looked at as a clip, too.",
                    file,
                    "Check that it is the song and no clip, and keep the song beside the folder."));
        }
        if (liesIn(out, footage)) {
            notes.add(note(
                    "cli/results-in-footage",
                    "The results are put into the footage folder.",
                    out,
                    "Nothing is to be done: they are never taken for footage, and originals are only read."));
        }
        return notes;
    }

    private static Finding note(String code, String what, Path where, String remedy) {
        return Finding.note(new Problem(code, what, where.toString(), "", remedy));
    }

    private static boolean liesIn(Path inner, Path folder) {
        try {
            return inner.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException unreadable) {
            return inner.startsWith(folder);
        }
    }
}
