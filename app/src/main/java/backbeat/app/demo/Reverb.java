package backbeat.app.demo;

/** A hall: eight delays that feed each other through a Hadamard matrix, darker with each round (J.-M. Jot, feedback delay networks, 1991). */
final class Reverb {
    private static final int[] DELAYS = {1433, 1601, 1867, 2053, 2251, 2399, 2617, 2797};

    private final float[][] lines = new float[DELAYS.length][];
    private final double[] dark = new double[DELAYS.length];
    private final double[] taps = new double[DELAYS.length];
    private final double[] feedback = new double[DELAYS.length];
    private final double brightness;

    /** @param seconds until the sound has fallen by 60 dB */
    Reverb(double seconds, double brightness) {
        this.brightness = brightness;
        for (int i = 0; i < DELAYS.length; i++) {
            lines[i] = new float[DELAYS[i]];
            feedback[i] = Math.pow(10, -3.0 * DELAYS[i] / (Bus.SAMPLE_RATE * seconds));
        }
    }

    void addTo(Bus target, Bus send, double gain) {
        for (int i = 0; i < send.samples(); i++) {
            step(send.left[i], send.right[i], i);
            target.left[i] += (float) (gain * (taps[0] + taps[2] - taps[4] + taps[6]));
            target.right[i] += (float) (gain * (taps[1] - taps[3] + taps[5] + taps[7]));
        }
    }

    private void step(float left, float right, int time) {
        for (int i = 0; i < lines.length; i++) {
            double out = lines[i][time % lines[i].length];
            dark[i] += brightness * (out - dark[i]);
            taps[i] = dark[i] * feedback[i];
        }
        double[] mixed = taps.clone();
        for (int width = 1; width < mixed.length; width *= 2) {
            for (int i = 0; i < mixed.length; i++) {
                if ((i & width) == 0) {
                    double a = mixed[i];
                    double b = mixed[i | width];
                    mixed[i] = a + b;
                    mixed[i | width] = a - b;
                }
            }
        }
        for (int i = 0; i < lines.length; i++) {
            lines[i][time % lines[i].length] = (float) (mixed[i] * 0.35355339 + (i % 2 == 0 ? left : right));
        }
    }
}
