package backbeat.engine.looks;

import java.util.List;

/**
 * What was measured of a clip, {@link #RATE} times a second over its whole length: value i counts from i / RATE to (i + 1) / RATE seconds of clip time. Kept as it is.
 *
 * @param motionSeen whether every frame was looked at; if not, shake, pan, zoom and motion are 0
 * @param sharpness from 0 to 1, {@code -1} where there is too little to see
 * @param brightness mean, from 0 to 1
 * @param bright what nineteen dots of twenty are not brighter than
 * @param clipped share of dots that are white without drawing
 * @param crushed share of dots that are black without drawing
 * @param shake of the camera above one swing a second, in lengths of the picture's long side a second (root mean square)
 * @param panAcross calm motion of the camera to the right, in such lengths a second
 * @param panDown the same downwards
 * @param zoom growth a second, 0.1 for a tenth
 * @param motion in the picture after the camera's is taken out, in shares of the picture's contrast for a 25th of a second
 * @param flashes stretches of light that falls back at once
 * @param frozen stretches in which nothing changes
 * @param cuts clip times at which another picture begins
 * @param soundClipped stretches in which the sound stands at its limit
 * @param faces of one picture every three seconds
 */
record Course(
        boolean motionSeen,
        List<Double> sharpness,
        List<Double> brightness,
        List<Double> bright,
        List<Double> clipped,
        List<Double> crushed,
        List<Double> shake,
        List<Double> panAcross,
        List<Double> panDown,
        List<Double> zoom,
        List<Double> motion,
        List<Stretch> flashes,
        List<Stretch> frozen,
        List<Double> cuts,
        List<Stretch> soundClipped,
        List<Sighting> faces) {
    static final int RATE = 10;

    /** In seconds of clip time. */
    record Stretch(double start, double end) {}

    int length() {
        return brightness.size();
    }
}
