package backbeat.studio.edit;

import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in the footage folder, as pages show it. */
public record FootageView(List<Card> cards, List<ClipView> clips, List<Unused> unused) {
    /** A file that lacks a list, as one from elsewhere may, tells of nothing there; one that lacks an entry is none. */
    public FootageView {
        cards = cards == null ? List.of() : List.copyOf(cards);
        clips = clips == null ? List.of() : List.copyOf(clips);
        unused = unused == null ? List.of() : List.copyOf(unused);
    }

    public record Card(String path, String kind, String camera) {}

    /**
     * @param rate frames a second, as {@code 24000/1001}; null without a picture
     * @param frames of the picture; 0 without one
     * @param pictureStart clip time of the first frame, in seconds
     * @param proxy name of what browsers play of it; null without a picture
     */
    public record ClipView(
            int index,
            String path,
            String name,
            String camera,
            String card,
            double seconds,
            boolean sound,
            int width,
            int height,
            @Nullable String rate,
            long frames,
            double pictureStart,
            @Nullable String proxy) {}

    public record Unused(String path, @Nullable Problem problem) {}

    static FootageView of(Footage footage) {
        List<Clip> clips = footage.clips();
        return new FootageView(
                footage.cards().stream()
                        .map(card -> new Card(card.path(), card.kind(), card.camera()))
                        .toList(),
                java.util.stream.IntStream.range(0, clips.size())
                        .mapToObj(index -> view(index, clips.get(index)))
                        .toList(),
                footage.files().stream()
                        .filter(file -> file.outcome() == Footage.Outcome.UNREADABLE || file.problem() != null)
                        .map(file -> new Unused(file.path(), file.problem()))
                        .toList());
    }

    private static ClipView view(int index, Clip clip) {
        var video = clip.facts().video();
        return new ClipView(
                index,
                clip.path(),
                clip.name(),
                clip.camera(),
                clip.card(),
                clip.facts().duration().toDouble(),
                clip.hasSound(),
                video == null ? 0 : video.width(),
                video == null ? 0 : video.height(),
                video == null ? null : String.valueOf(video.rate()),
                video == null ? 0 : video.frames(),
                video == null ? 0 : video.start().toDouble(),
                video == null ? null : clip.fingerprint().value());
    }
}
