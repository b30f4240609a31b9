package backbeat.engine.signal;

/**
 * Second-order recursive filters (biquads), designed for any sample rate.
 *
 * <p>The two of K-weighting are those of ITU-R BS.1770-5, annex 1. The standard prints coefficients for 48 kHz only; here they come from the analogue prototypes by
 * the bilinear transform, with the corner frequencies, gains and qualities that give the printed numbers at 48 kHz.
 */
public final class Filters {
    private Filters() {}

    /** Transposed direct form II; holds the state of one channel. */
    public static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        public double next(double x) {
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            return y;
        }

        /** The sum of squares of what comes out of this filter and then another. All is held in variables on the way: four fields a sample cost half of it. */
        double powerThrough(Biquad then, float[] samples, int count) {
            double z3 = then.z1;
            double z4 = then.z2;
            double sum = 0;
            double ownZ1 = z1;
            double ownZ2 = z2;
            double c0 = b0;
            double c1 = b1;
            double c2 = b2;
            double d1 = a1;
            double d2 = a2;
            double e0 = then.b0;
            double e1 = then.b1;
            double e2 = then.b2;
            double f1 = then.a1;
            double f2 = then.a2;
            for (int i = 0; i < count; i++) {
                double x = samples[i];
                double y = c0 * x + ownZ1;
                ownZ1 = c1 * x - d1 * y + ownZ2;
                ownZ2 = c2 * x - d2 * y;
                double z = e0 * y + z3;
                z3 = e1 * y - f1 * z + z4;
                z4 = e2 * y - f2 * z;
                sum += z * z;
            }
            z1 = ownZ1;
            z2 = ownZ2;
            then.z1 = z3;
            then.z2 = z4;
            return sum;
        }

        /** b0, b1, b2, a1, a2. */
        double[] coefficients() {
            return new double[] {b0, b1, b2, a1, a2};
        }
    }

    /** The first filter of K-weighting: a shelf of 4 dB that stands for the head. */
    public static Biquad headShelf(double sampleRate) {
        double k = Math.tan(Math.PI * 1681.974450955533 / sampleRate);
        double q = 0.7071752369554196;
        double high = Math.pow(10, 3.999843853973347 / 20);
        double band = Math.pow(high, 0.4996667741545416);
        double a0 = 1 + k / q + k * k;
        return new Biquad(
                (high + band * k / q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / q + k * k) / a0);
    }

    /** The second filter of K-weighting: a high pass at 38 Hz. Its numerator is 1, -2, 1 at every rate, as the standard has it. */
    public static Biquad rumbleHighPass(double sampleRate) {
        double k = Math.tan(Math.PI * 38.13547087602444 / sampleRate);
        double q = 0.5003270373238773;
        double a0 = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
    }
}
