package backbeat.engine.sync;

import backbeat.engine.footage.Clip;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.SyncProblems;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Places clips by timecode where their sound could not: after all clips were heard, from what was heard.
 *
 * <p>What timecode means for the song is told by a person or learned ({@link TimecodeLearning}). Where sound and timecode are both there and differ by more than a
 * frame, the sound's place stays and the difference is told. A camera's own timecode is believed only when two of its clips show that it follows the playback.
 */
final class TimecodePlaces {
    private static final int WITNESSES_FOR_A_CAMERA = 2;
    private static final double LEAST_SECONDS = 1;

    private final double songSeconds;
    private final List<SongAt> given;
    private final Map<String, Clip> footage;
    private final List<Finding> findings = new ArrayList<>();

    record Outcome(List<ClipSync> clips, List<Finding> findings) {}

    TimecodePlaces(double songSeconds, List<SongAt> given, List<Clip> footage) {
        this.songSeconds = songSeconds;
        this.given = List.copyOf(given);
        this.footage = footage.stream().collect(Collectors.toMap(Clip::path, clip -> clip, (one, _) -> one));
    }

    /** The same result with what timecode adds to it. */
    SyncResult placed(SyncResult heard) {
        Outcome outcome = place(heard.clips());
        List<Finding> all = new ArrayList<>(heard.findings());
        all.addAll(outcome.findings());
        return new SyncResult(
                heard.contract(), heard.song(), outcome.clips(), heard.groups(), heard.cameras(), List.copyOf(all));
    }

    Outcome place(List<ClipSync> heard) {
        List<TimecodeRelation> onSound = given.isEmpty()
                ? learnedFromSound(heard)
                : given.stream().map(TimecodeRelation::given).toList();
        Map<String, List<TimecodeRelation>> ofCameras = learnedOfCameras(heard);
        heard.forEach(clip -> tellOtherCounts(clip, onSound));
        List<ClipSync> placed = heard.stream()
                .map(clip -> placed(clip, linesOnSound(clip), onSound))
                .map(clip -> placed(
                        clip, trackOf(clip).stream().toList(), ofCameras.getOrDefault(cameraOf(clip), List.of())))
                .toList();
        return new Outcome(placed, findings);
    }

    private void tellOtherCounts(ClipSync clip, List<TimecodeRelation> onSound) {
        boolean other = !given.isEmpty()
                && !clip.ltc().isEmpty()
                && linesOnSound(clip).stream()
                        .noneMatch(line -> onSound.stream().anyMatch(relation -> relation.isOf(line)));
        if (other) {
            String rate = clip.ltc().getFirst().rate();
            findings.add(Finding.warning(SyncProblems.timecodeOfOtherCount(
                    clip.path(), Rate.parse(rate).spoken())));
        }
    }

    private static List<TimecodeLine> linesOnSound(ClipSync clip) {
        return clip.ltc().stream()
                .map(TimecodeLine::of)
                .filter(TimecodeLine::forwards)
                .toList();
    }

    private Optional<TimecodeLine> trackOf(ClipSync clip) {
        Clip file = footage.get(clip.path());
        return file == null ? Optional.empty() : TimecodeLine.of(file.facts());
    }

    private String cameraOf(ClipSync clip) {
        Clip file = footage.get(clip.path());
        return file == null ? "" : file.camera();
    }

    private List<TimecodeRelation> learnedFromSound(List<ClipSync> heard) {
        TimecodeLearning learning = new TimecodeLearning(songSeconds);
        heard.forEach(clip -> linesOnSound(clip).forEach(line -> learning.hear(clip, line)));
        TimecodeLearning.Learned learned = learning.learned(1);
        if (!learned.contradicting().isEmpty()) {
            findings.add(Finding.warning(SyncProblems.timecodesContradict(String.join(", ", learned.contradicting()))));
        }
        return learned.relations();
    }

    private Map<String, List<TimecodeRelation>> learnedOfCameras(List<ClipSync> heard) {
        Map<String, TimecodeLearning> cameras = new TreeMap<>();
        for (ClipSync clip : heard) {
            trackOf(clip)
                    .ifPresent(line -> cameras.computeIfAbsent(cameraOf(clip), _ -> new TimecodeLearning(songSeconds))
                            .hear(clip, line));
        }
        Map<String, List<TimecodeRelation>> relations = new TreeMap<>();
        cameras.forEach((camera, learning) ->
                relations.put(camera, learning.learned(WITNESSES_FOR_A_CAMERA).relations()));
        return relations;
    }

    private ClipSync placed(ClipSync clip, List<TimecodeLine> lines, List<TimecodeRelation> relations) {
        boolean belongsElsewhere = clip.reason() != null && clip.reason().code().equals(Reasons.OTHER_SONG);
        if (belongsElsewhere) {
            return clip;
        }
        List<Match> places = new ArrayList<>();
        double frameSeconds = 0;
        for (TimecodeLine line : lines) {
            List<TimecodeRelation> fitting = relations.stream()
                    .filter(relation -> relation.isOf(line) && relation.covered(line, songSeconds) >= LEAST_SECONDS)
                    .toList();
            if (fitting.size() > 1) {
                String starts = fitting.stream().map(TimecodeRelation::spoken).collect(Collectors.joining(", "));
                findings.add(Finding.warning(SyncProblems.timecodeFitsSeveral(clip.path(), starts)));
            } else if (fitting.size() == 1) {
                places.add(new TimecodeMatch(clip, songSeconds).of(line, fitting.getFirst()));
                frameSeconds = fitting.getFirst().songSecondsPerFrame();
            }
        }
        if (places.isEmpty()) {
            return clip;
        }
        return new TimecodeWord(
                        clip, Overlaps.resolved(places), lines.getFirst().source(), frameSeconds)
                .told(findings);
    }
}
