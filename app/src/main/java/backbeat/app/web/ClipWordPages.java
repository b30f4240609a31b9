package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.edit.ClipWords;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import backbeat.studio.edit.Step;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people say of clips: where they stand, that they do not belong here, which takes they like. A clip is told by its path: its number is another clip's when
 * footage came since the page was loaded.
 */
@RestController
class ClipWordPages {
    private final Studio studio;

    ClipWordPages(Studio studio) {
        this.studio = studio;
    }

    /**
     * Places a clip by a moment that is the same in both.
     *
     * @param clip its path
     * @param song as {@link SongPosition} reads it
     * @param clipTime in seconds
     * @param speed of the playback when it was filmed
     */
    @PostMapping("/p/{production}/clips/{index}/place")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> place(
            Here here,
            @RequestParam String clip,
            @RequestParam String song,
            @RequestParam double clipTime,
            @RequestParam(defaultValue = "1") double speed) {
        FootageView.ClipView placed = clip(here, clip);
        if (!(clipTime >= 0 && clipTime <= placed.seconds())) {
            throw new Gate.Refused(400);
        }
        SongMap map = results(here).songMap().orElse(null);
        ClipSaid.Place place = new ClipSaid.Place(SongPosition.parse(song, map), clipTime, speed);
        String words = "placed at " + ClipRow.position(Math.max(0, place.songTime()), map);
        studio.clipWords().place(here.production().id(), placed.path(), place, words, here.account());
        return placedAgain(here, placed, words);
    }

    @PostMapping("/p/{production}/clips/{index}/not-here")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> notHere(Here here, @RequestParam String clip) {
        FootageView.ClipView said = clip(here, clip);
        studio.clipWords().notHere(here.production().id(), said.path(), here.account());
        return placedAgain(here, said, "not from this song");
    }

    /** Takes a person's word back; the machine's holds again. */
    @PostMapping("/p/{production}/clips/{index}/machine")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> machine(Here here, @RequestParam String clip) {
        FootageView.ClipView said = clip(here, clip);
        studio.clipWords().leaveToMachine(here.production().id(), said.path(), here.account());
        return placedAgain(here, said, "left to Backbeat");
    }

    @PostMapping("/p/{production}/clips/{index}/circle")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> circle(Here here, @RequestParam String clip, @RequestParam boolean circled) {
        FootageView.ClipView liked = clip(here, clip);
        studio.clipWords().circle(here.production().id(), liked.path(), circled, here.account());
        return toClip(here, liked.index());
    }

    @PostMapping("/p/{production}/clips/{index}/stars")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> rate(Here here, @RequestParam String clip, @RequestParam int stars) {
        FootageView.ClipView rated = clip(here, clip);
        studio.clipWords().rate(here.production().id(), rated.path(), stars, here.account());
        return toClip(here, rated.index());
    }

    /** Takes the last word on any clip back. */
    @PostMapping("/p/{production}/clips/undo")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> undo(Here here) {
        return turned(here, studio.clipWords().undo(here.production().id()).orElse(null), "took back: ");
    }

    /** Says again what was taken back last. */
    @PostMapping("/p/{production}/clips/redo")
    @Needs(Permission.PLACE_CLIPS)
    ResponseEntity<String> redo(Here here) {
        return turned(here, studio.clipWords().redo(here.production().id()).orElse(null), "said again: ");
    }

    private ResponseEntity<String> turned(Here here, ClipWords.@Nullable TakenBack back, String how) {
        if (back == null) {
            return toClip(here, -1);
        }
        studio.activity().note(here.production().id(), here.account(), how + back.words());
        if (back.moves()) {
            new Waiting(studio).forEndOf(studio.edits().ask(here.production(), Step.SYNC, here.account()));
        }
        int index = results(here).footage().stream()
                .flatMap(footage -> footage.clips().stream())
                .filter(clip -> clip.path().equals(back.clip()))
                .mapToInt(FootageView.ClipView::index)
                .findFirst()
                .orElse(-1);
        return toClip(here, index);
    }

    private Results results(Here here) {
        return studio.results(here.production().id());
    }

    private FootageView.ClipView clip(Here here, String path) {
        return results(here).footage().stream()
                .flatMap(footage -> footage.clips().stream())
                .filter(view -> view.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Gate.Refused(404));
    }

    private ResponseEntity<String> placedAgain(Here here, FootageView.ClipView clip, String words) {
        Production production = here.production();
        studio.activity().note(production.id(), here.account(), clip.name() + ": " + words);
        if (production.hasSong()) {
            new Waiting(studio).forEndOf(studio.edits().ask(production, Step.SYNC, here.account()));
        }
        return toClip(here, clip.index());
    }

    private static ResponseEntity<String> toClip(Here here, int index) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/footage" + (index < 0 ? "" : "?clip=" + index));
    }
}
