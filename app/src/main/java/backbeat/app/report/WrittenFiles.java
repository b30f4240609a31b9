package backbeat.app.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Links to what was written beside the report, each with what it is for. */
final class WrittenFiles {
    static final String FILM = "rough-cut.mp4";

    private WrittenFiles() {}

    static Html html(List<String> files) {
        return files.isEmpty()
                ? Html.NONE
                : Parts.panel(
                        "written",
                        "Written files",
                        Parts.note("beside this page"),
                        Html.of(
                                "<ul class=\"written\">{}</ul>",
                                Html.join(files.stream().map(WrittenFiles::link))));
    }

    /** Starts with {@code ./} and escapes every segment: a name can lead nowhere but below the folder of the page. */
    static String address(String file) {
        return "./"
                + Arrays.stream(file.split("/"))
                        .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                        .map(part ->
                                URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    private static Html link(String file) {
        return Html.of(
                "<li>{}<span><a href=\"{}\"><bdi class=\"file\">{}</bdi></a><span class=\"sub\">{}</span></span></li>",
                Parts.icon("download"),
                address(file),
                file,
                purpose(file.toLowerCase(Locale.ROOT)));
    }

    private static String purpose(String file) {
        if (file.endsWith("song-map.json")) {
            return "the song map as data";
        }
        if (file.endsWith("sync.json")) {
            return "the place of every clip as data";
        }
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "mp4", "mov" -> "the rough cut to watch";
            case "otio" -> "timeline for Resolve and all that reads OpenTimelineIO";
            case "fcpxml" -> "timeline for Final Cut Pro and Resolve";
            case "xml" -> "timeline for Premiere Pro and Resolve";
            case "edl" -> "edit list for Avid, Premiere Pro and Resolve";
            case "json" -> "the same as data";
            case "csv" -> "the same as a table";
            default -> "";
        };
    }
}
