package backbeat.app.web;

import backbeat.studio.edit.Films;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files as answers. Stretches of bytes are given when a player asks for them. What came from outside is never taken for a page. */
final class Sent {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("aac", "audio/aac"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("fcpxml", "application/xml"));

    private Sent() {}

    /** A file to be looked at or played. */
    static ResponseEntity<Resource> shown(Path file) {
        return answer(file)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .body(new FileSystemResource(file));
    }

    /**
     * One of the films that somebody may see.
     *
     * @param version empty for the film that is there now
     */
    static ResponseEntity<Resource> film(Films films, List<Films.Kept> seen, String version) {
        return seen.stream()
                .filter(kept -> version.isEmpty()
                        ? kept.isCurrent()
                        : kept.film().version().equals(version))
                .findFirst()
                .flatMap(films::file)
                .map(Sent::shown)
                .orElseThrow(() -> new Gate.Refused(404));
    }

    /** A file whose name changes with its content, to be played. */
    static ResponseEntity<Resource> played(Path file) {
        return answer(file)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable())
                .body(new FileSystemResource(file));
    }

    /** A file to be taken away. */
    static ResponseEntity<Resource> taken(Path file, String name) {
        return answer(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(name))
                .body(new FileSystemResource(file));
    }

    /** An archive to be taken away, made on its way. */
    static ResponseEntity<StreamingResponseBody> taken(StreamingResponseBody archive, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(name))
                .body(archive);
    }

    private static String attached(String name) {
        return ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static ResponseEntity.BodyBuilder answer(Path file) {
        String name = file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .lastModified(file.toFile().lastModified())
                .contentType(MediaType.parseMediaType(TYPES.getOrDefault(ending, "application/octet-stream")));
    }
}
