package backbeat.engine.derive;

/** The work was cancelled by the person or program that asked for it. */
public final class CancelledException extends RuntimeException {
    public CancelledException() {
        super("cancelled");
    }
}
