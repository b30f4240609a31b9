package backbeat.app.report;

import backbeat.engine.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        try {
            Files.createDirectories(out);
            Path fresh = out.resolve(NAME + ".part");
            Files.write(fresh, markup.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, page, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.cannotWrite(page.toString(), String.valueOf(e.getMessage()))
                    .asException();
        }
        return page;
    }
}
