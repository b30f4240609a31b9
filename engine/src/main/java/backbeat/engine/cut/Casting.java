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
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may be shown: every picture whose place on the song is certain, without what a person banned. */
final class Casting {
    private final Map<String, Clip> clips;
    private final List<Placed> placed;

    private final List<Clip> story;

    private record Placed(Clip clip, VideoFacts video, Match match) {}

    Casting(Footage footage, SyncResult sync, CutWishes wishes) {
        this.story = StoryClips.of(footage, sync, wishes);
        this.clips = footage.clips().stream().collect(Collectors.toMap(Clip::path, Function.identity(), (a, b) -> a));
        this.placed = sync.clips().stream()
                .filter(ClipSync::isMatched)
                .flatMap(clip -> placed(clip).stream())
                .toList();
    }

    private List<Placed> placed(ClipSync clipSync) {
        Clip clip = clips.get(clipSync.path());
        VideoFacts video = clip == null ? null : clip.facts().video();
        if (clip == null || video == null || video.frames() == 0) {
            return List.of();
        }
        return clipSync.matches().stream()
                .filter(Match::sure)
                .map(match -> new Placed(clip, video, match))
                .toList();
    }

    PictureFormat format() {
        return PictureFormat.ofMost(placed.stream()
                .map(p -> new PictureFormat.Weighted(p.video, p.match.clipEnd() - p.match.clipStart()))
                .toList());
    }

    /** Numbered in the order of the clips; a take out of whose middle something is banned becomes two. */
    List<Take> takes(Rate rate, int frames, List<CutWishes.Ban> bans) {
        List<Take> takes = new ArrayList<>();
        for (Take whole : all(rate, frames)) {
            List<Take> left = List.of(whole);
            for (CutWishes.Ban ban : bans) {
                left = ban.clip().equals(whole.clip().path())
                        ? left.stream()
                                .flatMap(take -> without(take, ban).stream())
                                .toList()
                        : left;
            }
            left.stream()
                    .filter(take -> take.end() - take.first() >= Math.min(frames, ShotSearch.FEWEST_FRAMES))
                    .forEach(take -> takes.add(take.withIndex(takes.size())));
        }
        return List.copyOf(takes);
    }

    private List<Take> all(Rate rate, int frames) {
        List<Take> all = new ArrayList<>();
        placed.forEach(p -> all.add(Take.of(0, p.clip, p.video, p.match, rate, frames)));
        for (Clip clip : story) {
            VideoFacts video = clip.facts().video();
            boolean played = placed.stream().anyMatch(p -> p.clip.path().equals(clip.path()));
            if (video != null && !played) {
                all.addAll(StoryClips.takes(clip, video, rate, frames));
            }
        }
        return all;
    }

    private static List<Take> without(Take take, CutWishes.Ban ban) {
        double rate = take.rate().toDouble();
        int from = ban.from() == null ? take.first() : Math.max(take.first(), (int) Math.floor(ban.from() * rate));
        int to = ban.to() == null ? take.end() : Math.min(take.end(), (int) Math.ceil(ban.to() * rate));
        return from >= to ? List.of(take) : List.of(take.within(take.first(), from), take.within(to, take.end()));
    }
}
