package backbeat.studio.edit;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.problem.Problem;
import backbeat.engine.timeline.KnownMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.studio.production.Production;
import java.nio.file.Path;

/** A version's timeline, from the file that also goes to other programs. It may have come from elsewhere, and shows no files but the production's own. */
final class VersionFile {
    static final String NAME = "rough-cut.otio";

    private VersionFile() {}

    static Timeline timeline(Production production, Results version) {
        return KnownMedia.only(asTold(version), media -> isOf(production, media));
    }

    /** With whatever files it names. */
    static Timeline asTold(Results version) {
        ForeignFile file = ForeignFiles.read(version.file(NAME), null);
        if (file.timelines().isEmpty()) {
            throw new Problem(
                            "edit/version-damaged",
                            "This version of the cut cannot be read.",
                            "",
                            "Its file holds no timeline.",
                            "Open another version, or cut again.")
                    .asException();
        }
        return Adopted.of(file.timelines().getFirst(), null).timeline();
    }

    /**
     * Whether a production may show a file: its song, and what lies in its footage folder. Links inside of that folder lead where whoever runs the studio wanted, as for
     * those who look for footage; a path that goes up again leads anywhere.
     */
    static boolean isOf(Production production, Path file) {
        Path footage = production.footage();
        Production.Song song = production.song();
        boolean plain = file.isAbsolute() && file.equals(file.normalize());
        boolean inFootage = footage != null && file.startsWith(footage);
        return plain && (inFootage || (song != null && file.equals(song.file())));
    }
}
