package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Clips by lane: sound alone makes a track of sound, captions one of captions. */
final class FcpxmlLanes {
    private static final class Lane {
        private final List<ForeignClip> clips = new ArrayList<>();
        private final List<ForeignClip> captions = new ArrayList<>();
        private final List<ForeignTransition> transitions = new ArrayList<>();
        private boolean seen;
    }

    private final Map<Integer, Lane> lanes = new TreeMap<>();

    void add(int lane, Kind kind, ForeignClip clip) {
        Lane here = lane(lane);
        if (kind == Kind.CAPTION) {
            here.captions.add(clip);
        } else {
            here.clips.add(clip);
            here.seen |= kind == Kind.VIDEO;
        }
    }

    void add(int lane, ForeignTransition transition) {
        lane(lane).transitions.add(transition);
    }

    private Lane lane(int lane) {
        return lanes.computeIfAbsent(lane, _ -> new Lane());
    }

    List<ForeignTrack> tracks() {
        List<ForeignTrack> tracks = new ArrayList<>();
        lanes.forEach((number, lane) -> {
            if (!lane.clips.isEmpty() || !lane.transitions.isEmpty()) {
                Kind kind = lane.seen ? Kind.VIDEO : Kind.AUDIO;
                tracks.add(track(kind, next(tracks, kind), number, lane.clips, lane.transitions));
            }
            if (!lane.captions.isEmpty()) {
                tracks.add(track(Kind.CAPTION, next(tracks, Kind.CAPTION), number, lane.captions, List.of()));
            }
        });
        return List.copyOf(tracks);
    }

    private static int next(List<ForeignTrack> tracks, Kind kind) {
        return 1 + (int) tracks.stream().filter(track -> track.kind() == kind).count();
    }

    private static ForeignTrack track(
            Kind kind, int index, int lane, List<ForeignClip> clips, List<ForeignTransition> transitions) {
        return new ForeignTrack(kind, index, lane, "", List.copyOf(clips), List.copyOf(transitions));
    }
}
