package backbeat.engine.sync;

import java.util.function.Supplier;

/** Takes note of what the search decides, for somebody who asks why. Mostly nobody does: then no step is made. */
interface Trace {
    Trace SILENT = new Trace() {
        @Override
        public void take(Supplier<SyncStep> step) {}

        @Override
        public void listen(double clipStart, double seconds, double[] energy, int heard, boolean silent) {}
    };

    void take(Supplier<SyncStep> step);

    /**
     * Another stretch or channel is heard from here on.
     *
     * @param energy of the voice band for each channel; below 0 where there is timecode
     */
    void listen(double clipStart, double seconds, double[] energy, int heard, boolean silent);
}
