package backbeat.app.web;

import backbeat.engine.lyrics.LyricsFile;
import backbeat.engine.lyrics.LyricsFormat;
import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.edit.LyricSheet;
import backbeat.studio.edit.SongLyrics;
import backbeat.studio.people.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The words of the song: pasted, tapped to time, brought and taken away as files. */
@RestController
class LyricsPages {
    private static final int LONGEST_TEXT = 200_000;

    private final Studio studio;

    LyricsPages(Studio studio) {
        this.studio = studio;
    }

    /** The text as a whole; lines that stay keep their times. */
    @PostMapping("/p/{production}/lyrics")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> write(Here here, @RequestParam String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Gate.Refused(400);
        }
        keep(here, kept(here).sheet().withText(text));
        studio.activity().note(here.production().id(), here.account(), "wrote the lyrics");
        return toLyrics(here);
    }

    /**
     * Times of all lines.
     *
     * @param revision that they were tapped to
     * @param starts seconds between commas, one for each line; nothing where a line has none
     */
    @PostMapping("/p/{production}/lyrics/times")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> time(Here here, @RequestParam int revision, @RequestParam String starts) {
        SongLyrics.Kept kept = kept(here);
        if (kept.revision() != revision) {
            throw new Problem(
                            "web/lyrics-changed",
                            "Somebody changed the lyrics meanwhile.",
                            "",
                            "",
                            "Load the page again, then time them.")
                    .asException();
        }
        keep(here, kept.sheet().withTimes(times(starts)));
        studio.activity().note(here.production().id(), here.account(), "timed the lyrics");
        return toLyrics(here);
    }

    private static List<@Nullable Double> times(String starts) {
        List<@Nullable Double> times = new ArrayList<>();
        for (String one : starts.split(",", -1)) {
            times.add(one.isBlank() ? null : Double.valueOf(one.strip()));
        }
        return times;
    }

    /** LRC, enhanced LRC or UltraStar; the file's bytes are the request itself. */
    @PostMapping("/p/{production}/lyrics/file")
    @Needs(Permission.CORRECT_SONG)
    Map<String, String> bring(HttpServletRequest request, Here here) throws IOException {
        studio.lyrics().bring(here.production().id(), request.getInputStream(), here.account());
        studio.activity().note(here.production().id(), here.account(), "brought the lyrics");
        return Map.of("next", "/p/" + here.production().id() + "/song#lyrics");
    }

    @PostMapping("/p/{production}/lyrics/undo")
    @Needs(Permission.CORRECT_SONG)
    ResponseEntity<String> undo(Here here) {
        studio.lyrics().undo(here.production().id());
        return toLyrics(here);
    }

    /**
     * Takes the timed lines away.
     *
     * @param name by whose ending the format is known; one that begins with {@code words} has the times of words too
     */
    @GetMapping("/p/{production}/lyrics/files/{name}")
    @Needs(Permission.TAKE_FILES)
    ResponseEntity<String> take(Here here, @PathVariable String name) throws IOException {
        LyricsFormat format = LyricsFormat.ofFile(name)
                .filter(known -> known != LyricsFormat.ULTRASTAR)
                .orElseThrow(() -> new Gate.Refused(404));
        Path file = Files.createTempFile("lyrics", ".txt");
        try {
            LyricsFile.write(kept(here).sheet().timed(), format, name.startsWith("words"), file);
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(here.production().name() + " - " + name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(Files.readString(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private SongLyrics.Kept kept(Here here) {
        return studio.lyrics().of(here.production().id());
    }

    private void keep(Here here, LyricSheet sheet) {
        studio.lyrics().keep(here.production().id(), sheet, here.account());
    }

    private static ResponseEntity<String> toLyrics(Here here) {
        return DoorPages.seeOther("/p/" + here.production().id() + "/song#lyrics");
    }
}
