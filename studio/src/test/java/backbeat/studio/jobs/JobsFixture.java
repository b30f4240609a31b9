package backbeat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Work;
import backbeat.studio.OpenHome;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home with a production, steps that do what a test says, and waiting that ends. */
abstract class JobsFixture {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    OpenHome home;
    Production production;

    @BeforeEach
    void openHome() {
        home = new OpenHome(folder.resolve("home"), Clock.systemUTC());
        production = home.production();
    }

    @AfterEach
    void closeHome() {
        home.close();
    }

    interface Doing {
        void now(String step, Work work);
    }

    /** The step "first" is followed by "second", all others by none. */
    static Steps steps(Doing doing) {
        return new Steps() {
            @Override
            public void run(String productionId, String step, Work work) {
                doing.now(step, work);
            }

            @Override
            public List<String> next(String productionId, String step) {
                return step.equals("first") ? List.of("second") : List.of();
            }
        };
    }

    static void await(BooleanSupplier what) {
        await(what, PATIENCE);
    }

    static void await(BooleanSupplier what, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
