package backbeat.app.cli;

import backbeat.engine.interchange.Format;
import backbeat.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Timelines that a person named: to read, and to write. */
final class TimelineFile {
    private TimelineFile() {}

    /** A file, or a folder that stands for one. */
    static Path named(Path file) {
        Path named = NamedFile.named(file, "the timeline");
        return Files.isDirectory(named) ? named : NamedFile.file(named, "the timeline");
    }

    static Format format(Path out) {
        NamedFile.named(out, "the file to write");
        return Format.of(out)
                .orElseThrow(() -> new Problem(
                                "cli/unknown-format",
                                "The ending does not say for which program this file is.",
                                out.toString(),
                                "",
                                "Use .otio, .otioz, .otiod, .fcpxml, .xml, .edl or .ale.")
                        .asException());
    }

    /** What is read is never written over, and no medium either. */
    static void keepInput(Path in, Path out) {
        try {
            if (Files.exists(out) && Files.isSameFile(in, out)) {
                throw new Problem(
                                "cli/same-file",
                                "The file to write is the one that is read.",
                                out.toString(),
                                "",
                                "Write it under another name.")
                        .asException();
            }
        } catch (IOException e) {
            throw new Problem(
                            "cli/bad-argument",
                            "The file cannot be looked at.",
                            out.toString(),
                            "",
                            "Check its folder.")
                    .asException();
        }
        Originals.keepFromFile(out);
        Writable.file(out);
    }

    static Problem empty(Path in) {
        return new Problem(
                "interchange/no-timeline",
                "The file holds no timeline.",
                in.toString(),
                "",
                "Export the sequence itself, not a bin or an event.");
    }
}
