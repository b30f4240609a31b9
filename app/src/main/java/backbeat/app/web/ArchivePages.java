package backbeat.app.web;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import backbeat.studio.upload.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * A production that comes from another studio, as the archive that was taken there: sent by tus 1.0 as songs and clips are, so that it goes on after a broken line,
 * and read in with its last piece.
 */
@RestController
class ArchivePages {
    private static final String ARCHIVES = "/productions/archives";
    private static final String NO_PRODUCTION = "";
    /** Left free on the disk, for what is made of it. */
    private static final long RESERVE = 1L << 30;

    private static final Set<String> OF_THE_DISK = Set.of("archive/no-room", "archive/cannot");

    /** What became of an archive: the page of its production, or why it was refused. */
    private record Answer(String next, @Nullable Problem problem) {}

    private final Studio studio;

    ArchivePages(Studio studio) {
        this.studio = studio;
    }

    @RequestMapping(path = ARCHIVES, method = RequestMethod.OPTIONS)
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<Void> about() {
        return Tus.about();
    }

    @PostMapping(ARCHIVES)
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<Void> begin(HttpServletRequest request, Here here) throws IOException {
        Tus.Told told = Tus.told(request);
        requireRoom(told.bytes());
        Upload upload = studio.uploads()
                .begin(NO_PRODUCTION, Upload.Purpose.ARCHIVE, told.name(), told.bytes(), false, here.account());
        return Tus.begun(request.getRequestURI() + "/" + upload.id());
    }

    /** It lies on the disk as a whole, and once more as what it holds. */
    private void requireRoom(long bytes) throws IOException {
        if (bytes > (Files.getFileStore(studio.store().home().folder()).getUsableSpace() - RESERVE) / 2) {
            throw new Problem(
                            "archive/no-room",
                            "The studio's disk has no room for this archive.",
                            "",
                            "Twice its size is needed while it is read.",
                            "Make room on the disk of the studio, or read it in there by \"backbeat production import\".")
                    .asException();
        }
    }

    @RequestMapping(path = ARCHIVES + "/{upload}", method = RequestMethod.HEAD)
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<Void> where(Here here, @PathVariable String upload) {
        Upload now = found(here, upload);
        answered(now).filter(answer -> answer.problem() != null).ifPresent(_ -> {
            throw new Gate.Refused(404); // another try begins anew
        });
        return Tus.where(now);
    }

    /**
     * What is no archive is refused with the last piece: sending it again would not help. Whoever lost the answer, as reading takes a while, asks by an empty piece: it
     * is read once.
     */
    @RequestMapping(path = ARCHIVES + "/{upload}", method = RequestMethod.PATCH)
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<Void> piece(HttpServletRequest request, Here here, @PathVariable String upload) throws IOException {
        Upload before = found(here, upload);
        Optional<Answer> known = answered(before);
        if (known.isPresent()) {
            return told(before, known.get());
        }
        Upload now = Tus.received(studio.uploads(), request, before);
        return now.isWhole() ? told(now, studio.uploads().alone(now, () -> read(now, here))) : Tus.received(now);
    }

    private ResponseEntity<Void> told(Upload upload, Answer answer) {
        studio.uploads().told(upload);
        Problem refusal = answer.problem();
        if (refusal != null) {
            throw refusal.asException();
        }
        return Tus.became(upload, answer.next());
    }

    private Answer read(Upload upload, Here here) {
        return answered(upload).orElseGet(() -> readNow(upload, here));
    }

    /** What is the fault of the disk is no answer: the archive is kept, to be read once there is room. */
    private Answer readNow(Upload upload, Here here) {
        try {
            Production brought = studio.archive().read(studio.uploads().file(upload), here.account(), (sql, id) -> {
                studio.activity().note(sql, id, here.account(), "brought the production from an archive");
                studio.uploads().answer(sql, upload, JsonFile.text(taken(id)));
            });
            return taken(brought.id());
        } catch (ProblemException refused) {
            if (OF_THE_DISK.contains(refused.problem().code())) {
                throw refused;
            }
            Answer refusal = new Answer("", refused.problem());
            studio.uploads().answer(upload, JsonFile.text(refusal));
            return refusal;
        }
    }

    private static Answer taken(String productionId) {
        return new Answer("/p/" + productionId, null);
    }

    private Optional<Answer> answered(Upload upload) {
        return studio.uploads().answered(upload).map(text -> {
            try {
                return JsonFile.parse(text, Answer.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @RequestMapping(path = ARCHIVES + "/{upload}", method = RequestMethod.DELETE)
    @Needs(Permission.MAKE_PRODUCTION)
    ResponseEntity<Void> giveUp(Here here, @PathVariable String upload) {
        studio.uploads().over(found(here, upload));
        return Tus.gone();
    }

    /** Each person's own. */
    private Upload found(Here here, String upload) {
        return studio.uploads()
                .byId(NO_PRODUCTION, Upload.Purpose.ARCHIVE, upload)
                .filter(one -> one.accountId().equals(here.account().id()))
                .orElseThrow(() -> new Gate.Refused(404));
    }
}
