package backbeat.engine.take;

import backbeat.engine.footage.Clip;
import backbeat.engine.sync.SyncResult.ClipSync;

/** One clip with what its own sound told. */
record Roll(Clip clip, ClipSync sync) {
    String path() {
        return clip.path();
    }

    String camera() {
        return clip.camera();
    }

    double seconds() {
        return clip.facts().duration().toDouble();
    }

    boolean isPlaced() {
        return sync.isMatched();
    }

    boolean isAmbiguous() {
        return sync.verdict().equals("ambiguous");
    }
}
