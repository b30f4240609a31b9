package backbeat.app.web;

import backbeat.engine.sync.SyncResult;
import backbeat.studio.edit.Results;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How fast clips run beside the song: clip seconds for one second of it. */
record Speeds(Map<String, List<SyncResult.Match>> matches) {
    static Speeds of(Results results) {
        Map<String, List<SyncResult.Match>> all = new HashMap<>();
        results.sync().ifPresent(sync -> sync.clips().forEach(clip -> all.put(clip.path(), clip.matches())));
        return new Speeds(all);
    }

    /** Of the playback in a clip that shows this moment of it at this moment of the song; 1 where none does. */
    double of(String clip, double clipTime, double songTime) {
        return matches.getOrDefault(clip, List.of()).stream()
                .min(Comparator.comparingDouble(match -> Math.abs(match.clipTimeOf(songTime) - clipTime)))
                .map(match -> 1 / match.songSecondsPerClipSecond())
                .orElse(1.0);
    }
}
