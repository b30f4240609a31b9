package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Permission;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.upload.Upload;
import backbeat.studio.upload.Upload.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Songs and clips from the browser, by tus 1.0 (core, creation, checksum, termination): begun, sent in pieces, gone on with where they stopped. What is whole goes
 * where it belongs at once.
 */
@RestController
class UploadPages {
    private static final String SONGS = "/p/{production}/uploads/song";
    private static final String CLIPS = "/p/{production}/uploads/footage";

    private final Studio studio;

    UploadPages(Studio studio) {
        this.studio = studio;
    }

    @RequestMapping(path = SONGS, method = RequestMethod.OPTIONS)
    @Needs(Permission.BRING_SONG)
    ResponseEntity<Void> aboutSongs() {
        return Tus.about();
    }

    @RequestMapping(path = CLIPS, method = RequestMethod.OPTIONS)
    @Needs(Permission.BRING_FOOTAGE)
    ResponseEntity<Void> aboutClips() {
        return Tus.about();
    }

    @PostMapping(SONGS)
    @Needs(Permission.BRING_SONG)
    ResponseEntity<Void> beginSong(HttpServletRequest request, Here here) {
        Tus.Told told = Tus.told(request);
        Productions.requireSong(told.name(), told.bytes());
        return begin(here, Purpose.SONG, told, request);
    }

    @PostMapping(CLIPS)
    @Needs(Permission.BRING_FOOTAGE)
    ResponseEntity<Void> beginClip(HttpServletRequest request, Here here) {
        studio.productions().requireOwnFootage(here.production());
        return begin(here, Purpose.FOOTAGE, Tus.told(request), request);
    }

    private ResponseEntity<Void> begin(Here here, Purpose purpose, Tus.Told told, HttpServletRequest request) {
        Upload upload = studio.uploads()
                .begin(here.production().id(), purpose, told.name(), told.bytes(), told.more(), here.account());
        return Tus.begun(request.getRequestURI() + "/" + upload.id());
    }

    @RequestMapping(path = SONGS + "/{upload}", method = RequestMethod.HEAD)
    @Needs(Permission.BRING_SONG)
    ResponseEntity<Void> whereSong(Here here, @PathVariable String upload) {
        return Tus.where(found(here, Purpose.SONG, upload));
    }

    @RequestMapping(path = CLIPS + "/{upload}", method = RequestMethod.HEAD)
    @Needs(Permission.BRING_FOOTAGE)
    ResponseEntity<Void> whereClip(Here here, @PathVariable String upload) {
        return Tus.where(found(here, Purpose.FOOTAGE, upload));
    }

    @RequestMapping(path = SONGS + "/{upload}", method = RequestMethod.PATCH)
    @Needs(Permission.BRING_SONG)
    ResponseEntity<Void> pieceOfSong(HttpServletRequest request, Here here, @PathVariable String upload)
            throws IOException {
        Upload now = Tus.received(studio.uploads(), request, found(here, Purpose.SONG, upload));
        if (now.isWhole()) {
            studio.productions()
                    .bringSong(here.production(), now.name(), studio.uploads().file(now));
            studio.uploads().over(now);
            Production with = studio.productions().byId(here.production().id()).orElseThrow();
            studio.edits().songBrought(with, here.account());
            studio.activity().note(with.id(), here.account(), "brought the song");
        }
        return Tus.received(now);
    }

    @RequestMapping(path = CLIPS + "/{upload}", method = RequestMethod.PATCH)
    @Needs(Permission.BRING_FOOTAGE)
    ResponseEntity<Void> pieceOfClip(HttpServletRequest request, Here here, @PathVariable String upload)
            throws IOException {
        Upload now = Tus.received(studio.uploads(), request, found(here, Purpose.FOOTAGE, upload));
        if (now.isWhole()) {
            studio.productions()
                    .bringClip(here.production(), now.name(), studio.uploads().file(now));
            studio.uploads().over(now);
            if (!now.more()) {
                Production with =
                        studio.productions().byId(here.production().id()).orElseThrow();
                studio.edits().footageGrew(with, here.account());
                studio.activity().note(with.id(), here.account(), "brought clips");
            }
        }
        return Tus.received(now);
    }

    @RequestMapping(path = SONGS + "/{upload}", method = RequestMethod.DELETE)
    @Needs(Permission.BRING_SONG)
    ResponseEntity<Void> giveUpSong(Here here, @PathVariable String upload) {
        return giveUp(found(here, Purpose.SONG, upload));
    }

    @RequestMapping(path = CLIPS + "/{upload}", method = RequestMethod.DELETE)
    @Needs(Permission.BRING_FOOTAGE)
    ResponseEntity<Void> giveUpClip(Here here, @PathVariable String upload) {
        return giveUp(found(here, Purpose.FOOTAGE, upload));
    }

    private ResponseEntity<Void> giveUp(Upload upload) {
        studio.uploads().over(upload);
        return Tus.gone();
    }

    private Upload found(Here here, Purpose purpose, String upload) {
        return studio.uploads().byId(here.production().id(), purpose, upload).orElseThrow(() -> new Gate.Refused(404));
    }
}
