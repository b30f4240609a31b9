package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.Step;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The song page: its map on the strip, and what people say against it. */
@RestController
class SongPages {
    private final Studio studio;
    private final Pages pages;

    SongPages(Studio studio, Pages pages) {
        this.studio = studio;
        this.pages = pages;
    }

    @GetMapping("/p/{production}/song")
    @Needs(Permission.SEE)
    ResponseEntity<String> song(HttpServletRequest request, Here here) {
        Production production = here.production();
        Map<String, Object> content = new HashMap<>();
        content.put("map", studio.results(production.id()).songMap().orElse(null));
        content.put("lyrics", studio.lyrics().of(production.id()));
        content.put("said", studio.corrections().history(production.id()));
        content.put(
                "job",
                JobView.newestOf(production, studio).stream()
                        .filter(job -> job.step().equals(Step.ANALYSE.key()))
                        .findFirst()
                        .orElse(null));
        return pages.page("song", "Song · " + production.name(), request, here, content);
    }

    /** @param cut version whose shots are shown, such as that of a film; 0 for the open one */
    @GetMapping("/p/{production}/strip.json")
    @Needs(Permission.SEE)
    ResponseEntity<StripData> strip(Here here, @RequestParam(defaultValue = "0") int cut) {
        String id = here.production().id();
        Results results = studio.results(id);
        return StripData.of(
                        results,
                        (cut > 0 ? results.version(cut) : results).cut(),
                        studio.comments().of(id),
                        studio.returned().waiting(id),
                        studio.lyrics().of(id).sheet())
                .map(ResponseEntity::ok)
                .orElseThrow(() -> new Gate.Refused(404));
    }

    @GetMapping("/p/{production}/peaks")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> peaks(Here here) {
        Path peaks = studio.results(here.production().id()).peaks().orElseThrow(() -> new Gate.Refused(404));
        return Sent.shown(peaks);
    }

    @GetMapping("/p/{production}/sound")
    @Needs(Permission.SEE)
    ResponseEntity<Resource> sound(Here here) {
        Production.Song song = here.production().song();
        if (song == null) {
            throw new Gate.Refused(404);
        }
        return Sent.shown(song.file());
    }

    /**
     * Something is said of the song, and it is heard again under it.
     *
     * @param what as {@link SaidOfSong} knows it
     */
    @PostMapping("/p/{production}/corrections")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> correct(
            Here here,
            @RequestParam String what,
            @RequestParam(defaultValue = "0") double at,
            @RequestParam(defaultValue = "") String value) {
        Production production = here.production();
        SongMap map = studio.results(production.id()).songMap().orElseThrow(() -> new Gate.Refused(404));
        SaidOfSong said = SaidOfSong.read(what, at, value, map);
        studio.corrections().say(production.id(), said.corrections(), said.words(), here.account());
        return heardAgain(here, "corrected the song: " + said.words());
    }

    @PostMapping("/p/{production}/corrections/undo")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> undo(Here here) {
        return studio.corrections()
                .undo(here.production().id())
                .map(words -> heardAgain(here, "took back: " + words))
                .orElseGet(() -> toSong(here));
    }

    @PostMapping("/p/{production}/corrections/redo")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> redo(Here here) {
        return studio.corrections()
                .redo(here.production().id())
                .map(words -> heardAgain(here, "said again: " + words))
                .orElseGet(() -> toSong(here));
    }

    private ResponseEntity<String> heardAgain(Here here, String done) {
        studio.edits().ask(here.production(), Step.ANALYSE, here.account());
        studio.activity().note(here.production().id(), here.account(), done);
        return toSong(here);
    }

    private static ResponseEntity<String> toSong(Here here) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/song");
    }
}
