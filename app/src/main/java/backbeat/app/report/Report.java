package backbeat.app.report;

import backbeat.engine.derive.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code report.html}. */
public final class Report {
    public static final String NAME = "report.html";

    private Report() {}

    /**
     * Writes the page into a folder; one that is there already is replaced in one step.
     *
     * <p>When {@code rough-cut.mp4} stands in the folder, the page shows it with the song strip as its time.
     *
     * @return the page
     */
    public static Path write(Path out, ReportData data) {
        Path page = out.resolve(NAME);
        boolean film = Files.exists(out.resolve(WrittenFiles.FILM));
        String markup = new Page(new Production(data), film).markup();
        WholeFile.write(page, unfinished -> Files.writeString(unfinished, markup));
        return page;
    }
}
