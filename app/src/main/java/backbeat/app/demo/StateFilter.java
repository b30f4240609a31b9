package backbeat.app.demo;

/** Low, band and high pass in one, stable when moved fast (the trapezoidal state-variable filter; V. Zavalishin, The Art of VA Filter Design, 2012). */
final class StateFilter {
    private final double sampleRate;
    private double g;
    private double damping;
    private double scale;
    private double first;
    private double second;
    private double low;
    private double band;
    private double high;

    StateFilter(double sampleRate, double hertz, double resonance) {
        this.sampleRate = sampleRate;
        tune(hertz, resonance);
    }

    void tune(double hertz, double resonance) {
        g = Math.tan(Math.PI * Math.clamp(hertz, 10, sampleRate * 0.45) / sampleRate);
        damping = 1 / resonance;
        scale = 1 / (1 + g * (g + damping));
    }

    private void step(double in) {
        high = (in - (g + damping) * first - second) * scale;
        band = g * high + first;
        first = g * high + band;
        low = g * band + second;
        second = g * band + low;
    }

    double low(double in) {
        step(in);
        return low;
    }

    double band(double in) {
        step(in);
        return band * damping;
    }

    double high(double in) {
        step(in);
        return high;
    }
}
