package backbeat.engine.looks;

import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Media;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at clips, each once, as many side by side as the work allows. */
public final class Looking {
    private final Media media;
    private final Vault vault;

    public Looking(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** What is known of one clip's pictures, or why nothing is. */
    private record Seen(
            Clip clip, @Nullable Course course, @Nullable Finding finding) {}

    /**
     * Looks at one clip, judged by itself.
     *
     * @throws ProblemException {@code media/...} when it has no picture that can be decoded
     */
    public Looks at(Clip clip, Depth depth, Work work) {
        return Judgement.of(clip.path(), depth, vault.get(new Watching(clip, depth, media), work), 0);
    }

    /** Whether what a clip shows is kept; so is what has no picture. */
    public boolean knows(Clip clip, Depth depth) {
        return !clip.hasPicture() || vault.has(new Watching(clip, depth, media).key());
    }

    /** Looks at all clips that have a picture; one that cannot be decoded is told and stops nothing. */
    public FootageLooks at(Footage footage, Depth depth, Work work) {
        List<Clip> clips = footage.clips().stream().filter(Clip::hasPicture).toList();
        List<Seen> seen = SideBySide.each(
                clips,
                clip -> seen(clip, depth, work),
                clip -> done -> "looked at " + done + " of " + clips.size() + " clips",
                work);
        double usual = usualSharpness(seen);
        List<Looks> looks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Seen each : seen) {
            if (each.course() != null) {
                looks.add(Judgement.of(each.clip().path(), depth, each.course(), usual));
            }
            if (each.finding() != null) {
                findings.add(each.finding());
            }
        }
        return new FootageLooks(List.copyOf(looks), List.copyOf(findings));
    }

    private Seen seen(Clip clip, Depth depth, Work work) {
        try {
            return new Seen(clip, vault.get(new Watching(clip, depth, media), work.part(0, 0)), null);
        } catch (ProblemException undecodable) {
            return new Seen(clip, null, Finding.warning(undecodable.problem()));
        }
    }

    private static double usualSharpness(List<Seen> seen) {
        List<Double> best = seen.stream()
                .map(Seen::course)
                .filter(course -> course != null && Judgement.best(course) > 0)
                .map(Judgement::best)
                .sorted()
                .toList();
        return best.isEmpty() ? 0 : best.get(best.size() / 2);
    }
}
