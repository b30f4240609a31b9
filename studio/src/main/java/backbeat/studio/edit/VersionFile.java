package backbeat.studio.edit;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.problem.Problem;
import backbeat.engine.timeline.Timeline;

/** A version's timeline, from the file that also goes to other programs. */
final class VersionFile {
    static final String NAME = "rough-cut.otio";

    private VersionFile() {}

    static Timeline timeline(Results version) {
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
}
