package backbeat.app.demo;

/** Two channels of sound that instruments play into. Grows for nobody: what is played after the end is lost. */
final class Bus {
    static final int SAMPLE_RATE = 48_000;

    final float[] left;
    final float[] right;
    private double lastPan = Double.NaN;
    private double toLeft;
    private double toRight;

    Bus(int samples) {
        left = new float[samples];
        right = new float[samples];
    }

    int samples() {
        return left.length;
    }

    /** @param pan from -1 (left) to 1 (right), of equal power */
    void add(int at, double value, double pan) {
        if (at >= 0 && at < left.length) {
            if (pan != lastPan) {
                lastPan = pan;
                toLeft = Math.cos((pan + 1) * Math.PI / 4);
                toRight = Math.sin((pan + 1) * Math.PI / 4);
            }
            left[at] += (float) (value * toLeft);
            right[at] += (float) (value * toRight);
        }
    }

    void addFrom(Bus other, double gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] += (float) (gain * other.left[i]);
            right[i] += (float) (gain * other.right[i]);
        }
    }

    /** The mono sum, as one loudspeaker on the set plays it. */
    float[] mono() {
        float[] sum = new float[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 0.5f * (left[i] + right[i]);
        }
        return sum;
    }
}
