package backbeat.app.demo;

/** A sawtooth or pulse without audible aliasing: its steps are rounded over one sample (polyBLEP; Välimäki and Huovilainen, 2007). */
final class Oscillator {
    private double phase;

    Oscillator(double phase) {
        this.phase = phase;
    }

    double saw(double step) {
        advance(step);
        return 2 * phase - 1 - rounding(phase, step);
    }

    double pulse(double step, double width) {
        advance(step);
        double fallen = phase + 1 - width;
        fallen -= Math.floor(fallen);
        return (phase < width ? 1 : -1) + rounding(phase, step) - rounding(fallen, step);
    }

    double sine(double step) {
        advance(step);
        return Math.sin(2 * Math.PI * phase);
    }

    private void advance(double step) {
        phase += step;
        phase -= Math.floor(phase);
    }

    private static double rounding(double phase, double step) {
        if (phase < step) {
            double t = phase / step;
            return t + t - t * t - 1;
        }
        if (phase > 1 - step) {
            double t = (phase - 1) / step;
            return t * t + t + t + 1;
        }
        return 0;
    }
}
