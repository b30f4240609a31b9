package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ShotListProblems;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.PlannedShot.Framing;
import backbeat.engine.shotlist.PlannedShot.Kind;
import backbeat.engine.shotlist.PlannedShot.Priority;
import backbeat.engine.shotlist.ShotLength;
import backbeat.engine.shotlist.ShotListFile;
import backbeat.studio.Studio;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.Results;
import backbeat.studio.people.Permission;
import backbeat.studio.shots.ShotLists;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shot list: rows on the bars of the song, written here or brought as a table, each with what the cut made of it. */
@RestController
class ShotListPages {
    private static final String SHOTS = "/p/{production}/shots";
    private static final int MOST_BYTES = 4 << 20;

    /** A row as the form sends it; what is not wished is empty. */
    record Row(
            @Nullable String where,
            @Nullable String name,
            @Nullable String angle,
            @Nullable String clip,
            @Nullable String kind,
            @Nullable String size,
            @Nullable String length,
            @Nullable String priority,
            @Nullable String note) {
        PlannedShot shot() {
            return new PlannedShot(
                    0,
                    said(name),
                    said(where),
                    said(angle),
                    said(clip),
                    Kind.of(said(kind)).orElse(null),
                    Framing.of(said(size)).orElse(null),
                    length(said(length)),
                    Priority.of(said(priority)).orElse(Priority.WANT),
                    said(note));
        }

        private static @Nullable ShotLength length(String written) {
            return written.isEmpty()
                    ? null
                    : ShotLength.of(written)
                            .orElseThrow(() -> ShotListProblems.cellNotUnderstood(
                                            "", written, "2 bars, 4 beats, 1.5 s, short or long")
                                    .asException());
        }

        private static String said(@Nullable String cell) {
            return cell == null ? "" : cell.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        }
    }

    private final Studio studio;
    private final Pages pages;

    ShotListPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param row that is changed, from 0; below zero for a new one
     */
    @GetMapping(SHOTS)
    @Needs(Permission.SEE)
    ResponseEntity<String> shots(HttpServletRequest request, Here here, @RequestParam(defaultValue = "-1") int row) {
        return page(request, here, row, null);
    }

    private ResponseEntity<String> page(HttpServletRequest request, Here here, int row, @Nullable Problem problem) {
        String id = here.production().id();
        Results results = studio.results(id);
        ShotLists.Kept kept = studio.shots().of(id);
        CutView cut = results.cut().orElse(null);
        List<PlannedRow> rows =
                PlannedRow.of(kept.list(), cut, results.songMap().orElse(null));
        List<PlannedShot> shots = kept.list().shots();
        boolean left = cut != null
                && cut.plan().stream()
                        .anyMatch(known ->
                                shots.stream().noneMatch(shot -> known.shot().wishesTheSameAs(shot)));
        Map<String, Object> content = new HashMap<>();
        content.put("rows", rows);
        content.put("kept", kept);
        content.put("row", row >= 0 && row < rows.size() ? rows.get(row) : null);
        content.put("cutIsBehind", cut != null && (left || rows.stream().anyMatch(PlannedRow::isNotInCut)));
        content.put("problem", problem);
        return pages.page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "shots",
                "Shot list · " + here.production().name(),
                request,
                here,
                content);
    }

    @PostMapping(SHOTS)
    @Needs(Permission.PLAN)
    ResponseEntity<String> add(
            HttpServletRequest request, Here here, @RequestParam int revision, @ModelAttribute Row row) {
        return done(
                request, here, () -> studio.shots().add(here.production().id(), revision, row.shot(), here.account()));
    }

    @PostMapping(SHOTS + "/{index}")
    @Needs(Permission.PLAN)
    ResponseEntity<String> change(
            HttpServletRequest request,
            Here here,
            @PathVariable int index,
            @RequestParam int revision,
            @ModelAttribute Row row) {
        return done(
                request,
                here,
                () -> studio.shots().change(here.production().id(), revision, index, row.shot(), here.account()));
    }

    @PostMapping(SHOTS + "/{index}/remove")
    @Needs(Permission.PLAN)
    ResponseEntity<String> remove(
            HttpServletRequest request, Here here, @PathVariable int index, @RequestParam int revision) {
        return done(
                request, here, () -> studio.shots().remove(here.production().id(), revision, index, here.account()));
    }

    @PostMapping("/p/{production}/shots-undo")
    @Needs(Permission.PLAN)
    ResponseEntity<String> undo(HttpServletRequest request, Here here, @RequestParam int revision) {
        return done(request, here, () -> studio.shots().undo(here.production().id(), revision));
    }

    /** A table as text; the file's bytes are the request itself. It takes the place of the list. */
    @PostMapping("/p/{production}/shots-file")
    @Needs(Permission.PLAN)
    Map<String, String> bring(HttpServletRequest request, Here here) throws IOException {
        studio.shots().bring(here.production().id(), request.getInputStream().readNBytes(MOST_BYTES), here.account());
        note(here);
        return Map.of("next", "/p/" + here.production().id() + "/shots");
    }

    @GetMapping("/p/{production}/shots.csv")
    @Needs(Permission.TAKE_FILES)
    ResponseEntity<String> take(Here here) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(here.production().name() + " - shots.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(ShotListFile.text(
                        studio.shots().of(here.production().id()).list()));
    }

    private ResponseEntity<String> done(HttpServletRequest request, Here here, Runnable change) {
        try {
            change.run();
            note(here);
            return DoorPages.seeOther("/p/" + here.production().id() + "/shots");
        } catch (ProblemException known) {
            return page(request, here, -1, known.problem());
        }
    }

    private void note(Here here) {
        studio.activity().note(here.production().id(), here.account(), "changed the shot list");
    }
}
