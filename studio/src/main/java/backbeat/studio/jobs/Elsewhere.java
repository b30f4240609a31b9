package backbeat.studio.jobs;

import java.time.Clock;
import java.util.function.Consumer;

/** Looks after jobs that other processes do, so that who watches here sees them move. */
final class Elsewhere implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Elsewhere.class.getName());
    private static final long EVERY_MILLIS = 1000;

    private final JobTable table;
    private final Clock clock;
    private final String self;
    private final Consumer<String> moved;
    private final Thread looking =
            Thread.ofPlatform().daemon().name("jobs-elsewhere").unstarted(this::lookOnAndOn);

    /**
     * @param self the name of this process
     * @param moved is told of jobs that changed
     */
    Elsewhere(JobTable table, Clock clock, String self, Consumer<String> moved) {
        this.table = table;
        this.clock = clock;
        this.self = self;
        this.moved = moved;
        looking.start();
    }

    private void lookOnAndOn() {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            table.movedElsewhere(self, clock.millis() - 2 * EVERY_MILLIS).forEach(job -> moved.accept(job.id()));
        } catch (RuntimeException databaseIsAway) {
            LOG.log(System.Logger.Level.DEBUG, "jobs elsewhere", databaseIsAway);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
