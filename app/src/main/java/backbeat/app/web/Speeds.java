package backbeat.app.web;

import backbeat.engine.cut.Alternative;
import backbeat.engine.cut.Choice;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.edit.Results;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How clips run beside the song: which are there, and how fast. */
record Speeds(Map<String, List<SyncResult.Match>> matches, Map<String, String> cameras) {
    private static final int MOST = 12;
    /** A frame or so: a shot may begin a hair before the match that it stands on. */
    private static final double HAIR = 0.05;

    static Speeds of(Results results) {
        Map<String, List<SyncResult.Match>> all = new HashMap<>();
        results.sync().ifPresent(sync -> sync.clips().forEach(clip -> all.put(clip.path(), clip.matches())));
        Map<String, String> cameras = new HashMap<>();
        results.footage()
                .ifPresent(footage -> footage.clips().forEach(clip -> cameras.put(clip.path(), clip.camera())));
        return new Speeds(all, cameras);
    }

    /** Clips that are surely on the song for all of a shot that nobody planned; other cameras first. */
    List<Alternative> others(Choice shot) {
        return matches.entrySet().stream()
                .filter(clip -> !clip.getKey().equals(shot.clip()))
                .flatMap(clip -> clip.getValue().stream()
                        .filter(match -> match.sure()
                                && match.songStart() <= shot.songStart() + HAIR
                                && match.songEnd() >= shot.songEnd() - HAIR)
                        .limit(1)
                        .map(match -> new Alternative(
                                clip.getKey(),
                                cameras.getOrDefault(clip.getKey(), "?"),
                                match.clipTimeOf(shot.songStart()),
                                0,
                                List.of("on the song for all of this shot"))))
                .sorted(Comparator.<Alternative, Boolean>comparing(
                                other -> other.camera().equals(shot.camera()))
                        .thenComparing(Alternative::clip))
                .limit(MOST)
                .toList();
    }

    /** Of the playback in a clip that shows this moment of it at this moment of the song; 1 where none does. */
    double of(String clip, double clipTime, double songTime) {
        return matches.getOrDefault(clip, List.of()).stream()
                .min(Comparator.comparingDouble(match -> Math.abs(match.clipTimeOf(songTime) - clipTime)))
                .map(match -> 1 / match.songSecondsPerClipSecond())
                .orElse(1.0);
    }
}
