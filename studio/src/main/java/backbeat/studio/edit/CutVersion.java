package backbeat.studio.edit;

import backbeat.engine.cut.CutWishes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a cut.
 *
 * @param parent the version that it was made of; null for the first one
 * @param words what was done to make it
 * @param name that people gave it; empty when none
 * @param who made it; empty for the machine
 * @param wishes what people want of the next cut made of it
 * @param told what the planner was told; null where it was not planned but came back from another program
 */
public record CutVersion(
        int number,
        @Nullable Integer parent,
        State state,
        String words,
        String name,
        String who,
        Instant made,
        CutWishes wishes,
        @Nullable CutWishes told) {

    /** How far it is. */
    public enum State {
        ASKED,
        /** Its files are being written. */
        WRITING,
        READY,
        FAILED
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
