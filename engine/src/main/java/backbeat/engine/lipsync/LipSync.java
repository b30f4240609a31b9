package backbeat.engine.lipsync;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Media;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.LipsyncProblems;
import backbeat.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells of each camera whether its sound comes late or early against its picture, where flashes show it. */
public final class LipSync {
    /** More of them tell nothing new. */
    private static final int ENOUGH = 4;
    /** A camera at which so many sharp sounds showed no flash was not filming any. */
    private static final int MOST_LOOKS = 18;

    private final Media media;
    private final Vault vault;

    public LipSync(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** @return a finding for each camera whose delay was seen and would be noticed */
    public List<Finding> findings(Footage footage, Work work) {
        Map<String, List<Clip>> cameras = new TreeMap<>();
        for (Clip clip : footage.clips()) {
            if (clip.hasPicture() && clip.hasSound()) {
                cameras.computeIfAbsent(clip.camera(), camera -> new ArrayList<>())
                        .add(clip);
            }
        }
        List<Finding> findings = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, List<Clip>> camera : cameras.entrySet()) {
            work.progress((double) done / cameras.size(), "looking for flashes");
            delayOf(camera.getValue(), work)
                    .filter(CameraDelay::isNoticed)
                    .ifPresent(delay -> findings.add(Finding.warning(LipsyncProblems.soundAgainstPicture(
                            camera.getKey(), delay.frames(), delay.seconds(), delay.flashes()))));
            done++;
        }
        return findings;
    }

    /** Stops looking when enough was seen, or when nothing is. */
    private Optional<CameraDelay> delayOf(List<Clip> clips, Work work) {
        List<SeenAndHeard.Event> events = new ArrayList<>();
        for (Clip clip : clips) {
            long clear = events.stream().filter(SeenAndHeard.Event::hasOneFlash).count();
            if (clear >= ENOUGH || events.size() >= MOST_LOOKS) {
                break;
            }
            events.addAll(eventsOf(clip, work));
        }
        return CameraDelay.of(events);
    }

    /** What cannot be decoded is told where clips are placed. */
    private List<SeenAndHeard.Event> eventsOf(Clip clip, Work work) {
        try {
            return vault.get(new SeenAndHeard(clip, media), work).events();
        } catch (ProblemException undecodable) {
            return List.of();
        }
    }
}
