package backbeat.engine.take;

import backbeat.engine.footage.Clip;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One clip with what its own sound told. */
record Roll(Clip clip, ClipSync sync) {
    private static final Set<String> BY_SOUND = Set.of("sound", "ltc");

    String path() {
        return clip.path();
    }

    String camera() {
        return clip.camera();
    }

    /** The path tells clips apart; hashing all that is known of one would cost more than the work. */
    @Override
    public int hashCode() {
        return path().hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Roll roll && path().equals(roll.path()) && sync.equals(roll.sync));
    }

    double seconds() {
        return clip.facts().duration().toDouble();
    }

    /** By what its own sound holds: what other evidence placed cannot be evidence for others. */
    boolean isPlaced() {
        return sync.isMatched() && sync.source() != null && BY_SOUND.contains(sync.source());
    }

    boolean isRefused() {
        return sync.verdict().equals("unmatched");
    }

    boolean isAmbiguous() {
        return sync.verdict().equals("ambiguous");
    }
}
