package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Clips that tell the story and do not play the song: those that a person named, and those that lie in a folder called story, b-roll, cutaways or inserts and are not
 * on the song. They may be shown anywhere, so each is offered all along the song, as if it had been filmed there, every place half over the one before; which part of it is seen
 * is chosen when its shots are ({@link StoryParts}).
 */
public final class StoryClips {
    private static final Pattern FOLDER =
            Pattern.compile("(?i)(?:^|.*[/ _-])(?:story|b-?roll|cutaways?|inserts?)(?:[ _-][^/]*)?/.*");
    /** Of one clip: more are no more choice, but more work. */
    private static final int MOST_PLACES = 24;

    private StoryClips() {}

    /** In the order of the footage. */
    public static List<Clip> of(Footage footage, SyncResult sync, CutWishes wishes) {
        Set<String> onTheSong = sync.clips().stream()
                .filter(clip -> !clip.verdict().equals("unmatched"))
                .map(ClipSync::path)
                .collect(Collectors.toSet());
        return footage.clips().stream()
                .filter(Clip::hasPicture)
                .filter(clip -> wishes.story().contains(clip.path())
                        || (FOLDER.matcher(clip.path()).matches() && !onTheSong.contains(clip.path())))
                .toList();
    }

    /** As takes without a number. */
    static List<Take> takes(Clip clip, VideoFacts video, Rate rate, int frames) {
        int length = (int) Math.min(frames, rate.floorFrame(video.rate().timeOf(video.frames())));
        if (length < ShotSearch.FEWEST_FRAMES) {
            return List.of();
        }
        int step = Math.max((length + 1) / 2, (frames + MOST_PLACES - 1) / MOST_PLACES);
        List<Take> takes = new ArrayList<>();
        for (int first = 0; first < frames; first += step) {
            takes.add(Take.of(
                            0,
                            clip,
                            video,
                            asIfThere(video, first, Math.min(length, frames - first), rate),
                            rate,
                            frames)
                    .asStory());
        }
        return takes;
    }

    private static Match asIfThere(VideoFacts video, int first, int length, Rate rate) {
        double clipStart = video.start().toDouble();
        double songStart = rate.timeOf(first).toDouble();
        double seconds = rate.timeOf(length).toDouble();
        return new Match(
                clipStart,
                clipStart + seconds,
                songStart,
                songStart + seconds,
                1,
                "1",
                "varispeed",
                0,
                0,
                0,
                1,
                List.of(),
                Map.of());
    }
}
