package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A production that comes from another studio, as the archive that was taken there. */
@RestController
class ArchivePages {
    /** Left free on the disk, for what is made of it. */
    private static final long RESERVE = 1L << 30;

    private final Studio studio;

    ArchivePages(Studio studio) {
        this.studio = studio;
    }

    /** The archive's bytes are the request itself. They lie beside the home's other work until they are read, twice as many are needed. */
    @PostMapping("/productions/archive")
    @Needs(Permission.MAKE_PRODUCTION)
    Map<String, String> bring(HttpServletRequest request, Here here) throws IOException {
        Path folder = Files.createDirectories(studio.store().home().work());
        requireRoom(folder, request.getContentLengthLong());
        Path file = Files.createTempFile(folder, "archive", ".zip");
        try {
            Files.copy(request.getInputStream(), file, StandardCopyOption.REPLACE_EXISTING);
            Production brought = studio.archive().read(file, here.account());
            studio.activity().note(brought.id(), here.account(), "brought the production from an archive");
            return Map.of("next", "/p/" + brought.id());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void requireRoom(Path folder, long bytes) throws IOException {
        if (bytes < 0) {
            throw new Gate.Refused(411);
        }
        if (bytes > (Files.getFileStore(folder).getUsableSpace() - RESERVE) / 2) {
            throw new Problem(
                            "archive/no-room",
                            "The studio's disk has no room for this archive.",
                            "",
                            "Twice its size is needed while it is read.",
                            "Make room on the disk of the studio, or read it in there by \"backbeat production import\".")
                    .asException();
        }
    }
}
