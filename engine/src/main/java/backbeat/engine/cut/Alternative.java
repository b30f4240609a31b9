package backbeat.engine.cut;

import java.util.List;

/**
 * A clip that could stand where another one stands.
 *
 * @param clip its path
 * @param clipStart clip time that its first frame would show, in seconds
 * @param more by how much it would cost more by itself; below zero where another rule kept it away
 * @param reasons what speaks for and against it, beside the one that stands there
 */
public record Alternative(String clip, String camera, double clipStart, double more, List<String> reasons) {
    /** For one shot of a cut, from its start to its end in seconds of the song; the best first. */
    public record OfShot(double songStart, double songEnd, List<Alternative> clips) {}
}
