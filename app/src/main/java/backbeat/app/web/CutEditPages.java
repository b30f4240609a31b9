package backbeat.app.web;

import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.Styles;
import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.CutEdit;
import backbeat.studio.edit.CutVersion;
import backbeat.studio.jobs.Job;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people do to the cut. Every change names the version it was made on, so that nobody changes what they do not see. */
@RestController
class CutEditPages {
    private final Studio studio;

    CutEditPages(Studio studio) {
        this.studio = studio;
    }

    @PostMapping("/p/{production}/cut/shots/{index}/swap")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> swap(
            Here here,
            @PathVariable int index,
            @RequestParam int version,
            @RequestParam String clip,
            @RequestParam double clipStart) {
        return change(here, version, CutEdit.swap(on(here, version), index, clip, clipStart), index);
    }

    @PostMapping("/p/{production}/cut/shots/{index}/move")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> move(
            Here here, @PathVariable int index, @RequestParam int version, @RequestParam int beats) {
        SongMap map = studio.results(here.production().id()).songMap().orElseThrow(() -> new Gate.Refused(404));
        return change(here, version, CutEdit.move(on(here, version), index, Math.clamp(beats, -64, 64), map), index);
    }

    @PostMapping("/p/{production}/cut/shots/{index}/ban")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> ban(
            Here here,
            @PathVariable int index,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean everywhere) {
        return change(here, version, CutEdit.ban(on(here, version), index, everywhere), index);
    }

    @PostMapping("/p/{production}/cut/shots/{index}/lock")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> lock(
            Here here, @PathVariable int index, @RequestParam int version, @RequestParam boolean locked) {
        on(here, version);
        studio.cuts().lock(here.production().id(), version, index, locked);
        return toCut(here, index);
    }

    /** Another cut under what is locked; in another style, or with other repeats, when these are named. */
    @PostMapping("/p/{production}/cut/again")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> again(
            Here here,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String style,
            @RequestParam(defaultValue = "") String repeats) {
        CutEdit.On cut = on(here, version);
        String now = Objects.requireNonNullElse(cut.wishes().style(), Styles.STANDARD);
        return change(
                here,
                version,
                CutEdit.again(
                        cut,
                        Styles.names().contains(style) ? style : now,
                        Repeating.named(repeats, cut.wishes()).wish()),
                0);
    }

    /** Another cut of a stretch of the song. */
    @PostMapping("/p/{production}/cut/within")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> within(
            Here here, @RequestParam int version, @RequestParam double from, @RequestParam double to) {
        if (!(from >= 0 && to > from)) {
            throw new Gate.Refused(400);
        }
        return change(here, version, CutEdit.againWithin(on(here, version), from, to), 0);
    }

    /** What song, clips and wishes ask for now. */
    @PostMapping("/p/{production}/cut/anew")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> anew(Here here) {
        Optional<CutVersion> open = studio.cuts().open(here.production().id());
        CutWishes wishes = open.map(CutVersion::wishes).orElse(CutWishes.NONE);
        return change(here, open.map(CutVersion::number).orElse(0), CutEdit.anew(wishes), 0);
    }

    @PostMapping("/p/{production}/cut/undo")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> undo(Here here) {
        studio.cuts().undo(here.production().id()).ifPresent(version -> noteOpened(here, version.number()));
        return toCut(here, 0);
    }

    @PostMapping("/p/{production}/cut/redo")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> redo(Here here) {
        studio.cuts().redo(here.production().id()).ifPresent(version -> noteOpened(here, version.number()));
        return toCut(here, 0);
    }

    @PostMapping("/p/{production}/cut/versions/{number}/open")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> open(Here here, @PathVariable int number) {
        if (!studio.cuts().open(here.production().id(), number)) {
            throw new Gate.Refused(404);
        }
        noteOpened(here, number);
        return toCut(here, 0);
    }

    private void noteOpened(Here here, int number) {
        studio.activity().note(here.production().id(), here.account(), "opened version " + number + " of the cut");
    }

    @PostMapping("/p/{production}/cut/versions/{number}/name")
    @Needs(Permission.EDIT_CUT)
    ResponseEntity<String> name(Here here, @PathVariable int number, @RequestParam String name) {
        studio.cuts().name(here.production().id(), number, name);
        return toCut(here, 0);
    }

    private CutEdit.On on(Here here, int version) {
        String id = here.production().id();
        studio.cuts().requireSeen(id, version);
        return studio.cuts().toEdit(id).orElseThrow(() -> new Gate.Refused(404));
    }

    private ResponseEntity<String> change(Here here, int version, CutEdit edit, int shot) {
        Production production = here.production();
        Job job = studio.edits().change(production, version, edit, here.account());
        new Waiting(studio).forEndOf(job);
        studio.activity().note(production.id(), here.account(), "changed the cut: " + edit.words());
        return toCut(here, shot);
    }

    private static ResponseEntity<String> toCut(Here here, int shot) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/cut" + (shot > 0 ? "?shot=" + shot : ""));
    }
}
