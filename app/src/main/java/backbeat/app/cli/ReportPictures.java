package backbeat.app.cli;

import backbeat.app.report.ReportData;
import backbeat.engine.Backbeat;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Media;
import backbeat.engine.media.Peaks;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.Problems;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the report shows beside words: the song's wave-form and a small picture of each clip. Both are kept in the vault. */
final class ReportPictures {
    private static final int COLUMNS_PER_SECOND = 12;
    private static final int THUMBNAIL_WIDTH = 192;

    private final Backbeat backbeat;

    ReportPictures(Backbeat backbeat) {
        this.backbeat = backbeat;
    }

    ReportData data(
            Backbeat.Song song,
            SongMap map,
            Footage footage,
            SyncResult sync,
            @Nullable RoughCut cut,
            List<Finding> findings,
            List<String> writtenFiles,
            Work work) {
        work.progress(0, "drawing the report");
        List<Float> peaks = backbeat.vault().get(new Outline(backbeat.media(), song, fingerprint(song.file())), work);
        return new ReportData(
                String.valueOf(song.file().getFileName()),
                map,
                peaks,
                footage,
                sync,
                cut,
                thumbnails(footage, work),
                findings,
                List.copyOf(writtenFiles),
                "Backbeat " + Main.Version.text());
    }

    private static Fingerprint fingerprint(Path song) {
        try {
            return Fingerprint.of(song);
        } catch (IOException e) {
            throw new ProblemException(Problems.songUnreadable(song.toString()), e);
        }
    }

    private Map<String, String> thumbnails(Footage footage, Work work) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Clip clip : footage.clips()) {
            work.progress((double) pictures.size() / footage.clips().size(), "drawing the report");
            VideoFacts video = clip.facts().video();
            if (video != null) {
                thumbnail(clip, video, work).ifPresent(uri -> pictures.put(clip.path(), uri));
            }
        }
        return pictures;
    }

    /** A clip whose middle cannot be decoded has no picture in the report; what is wrong with it stands there in words. */
    private Optional<String> thumbnail(Clip clip, VideoFacts video, Work work) {
        try {
            return Optional.of(backbeat.vault().get(new Thumbnail(backbeat.media(), clip, video.frames() / 2), work));
        } catch (ProblemException undecodable) {
            return Optional.empty();
        }
    }

    private record Thumbnail(Media media, Clip clip, long frame) implements Derivation<String> {
        @Override
        public Key key() {
            return Key.of("thumbnail", 1)
                    .with("clip", clip.fingerprint())
                    .with("frame", frame)
                    .with("width", THUMBNAIL_WIDTH);
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            media.thumbnail(clip.facts(), frame, THUMBNAIL_WIDTH, target);
        }

        @Override
        public String read(Path kept) throws IOException {
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(kept));
        }
    }

    private record Outline(Media media, Backbeat.Song song, Fingerprint fingerprint)
            implements Derivation<List<Float>> {
        @Override
        public Key key() {
            return Key.of("song-outline", 1).with("song", fingerprint).with("columns", COLUMNS_PER_SECOND);
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            media.peaks(song.facts(), COLUMNS_PER_SECOND).write(target);
        }

        @Override
        public List<Float> read(Path kept) throws IOException {
            Peaks peaks = Peaks.read(kept);
            return IntStream.range(0, 2 * peaks.columns())
                    .mapToObj(i -> (i % 2 == 0 ? peaks.low(i / 2) : peaks.high(i / 2)) / 127f)
                    .toList();
        }
    }
}
