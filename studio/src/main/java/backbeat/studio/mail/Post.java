package backbeat.studio.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where letters are posted. They leave in the background, one after the other; a failed one is tried again later,
 * when others have left; nobody waits for the server of mail, and how long an answer
 * takes does not tell whether there was anybody to write to.
 */
public final class Post implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Post.class.getName());
    private static final int MOST_WAITING = 200;
    private static final int KEPT_FREE = 40;
    private static final int REMEMBERED = 10_000;
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(20), Duration.ofMinutes(3));
    private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

    /** That letters did not leave. */
    public record Trouble(Instant when, String words) {}

    private final @Nullable MailServer server;
    private final Clock clock;
    private final @Nullable ScheduledThreadPoolExecutor sender;
    private final Map<String, Instant> saidAt = new LinkedHashMap<>();
    private volatile @Nullable Trouble trouble;

    private Post(@Nullable MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.sender = server == null ? null : sender();
    }

    public static Post by(MailServer server, Clock clock) {
        return new Post(server, clock);
    }

    /** No letter leaves. */
    public static Post closed() {
        return new Post(null, Clock.systemUTC());
    }

    private static ScheduledThreadPoolExecutor sender() {
        var sender = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("letters").daemon().factory());
        sender.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        sender.prestartCoreThread();
        return sender;
    }

    public boolean isOpen() {
        return server != null;
    }

    /** The server and the address that letters come from; empty when closed. */
    public String words() {
        return server == null ? "" : server.toString();
    }

    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    public void send(Letter letter) {
        send(() -> Optional.of(letter), MOST_WAITING - KEPT_FREE);
    }

    /**
     * Sends what somebody needs to come in; places are kept free for it.
     *
     * @param letter is asked for in the background; empty when nobody is to be written to
     */
    public void sendKey(Supplier<Optional<Letter>> letter) {
        send(letter, MOST_WAITING);
    }

    private void send(Supplier<Optional<Letter>> letter, int most) {
        if (sender == null) {
            return;
        }
        if (sender.getQueue().size() >= most) {
            tell("Too many letters wait; one was thrown away.");
            return;
        }
        sender.execute(() -> write(letter));
    }

    private void write(Supplier<Optional<Letter>> letter) {
        try {
            letter.get().ifPresent(written -> attempt(written, 0));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A letter could not be written", e);
        }
    }

    /**
     * Sends letters that are about something, unless this was done already.
     *
     * @return whether they were sent
     */
    public boolean sendOnce(String about, Duration within, List<Letter> letters) {
        if (saidSince(about, clock.instant().minus(within))) {
            return false;
        }
        letters.forEach(this::send);
        return true;
    }

    private synchronized boolean saidSince(String about, Instant since) {
        Instant before = saidAt.get(about);
        if (before != null && before.isAfter(since)) {
            return true;
        }
        saidAt.put(about, clock.instant());
        if (saidAt.size() > REMEMBERED) {
            saidAt.remove(saidAt.keySet().iterator().next());
        }
        return false;
    }

    private void attempt(Letter letter, int failures) {
        if (server == null || sender == null) {
            return;
        }
        try {
            Envelope.send(letter, server);
            trouble = null;
        } catch (MessagingException e) {
            tell(server.host() + ": " + e.getMessage());
            if (failures < PAUSES.size() && !sender.isShutdown()) {
                long pause = PAUSES.get(failures).toMillis();
                var _ = sender.schedule(() -> attempt(letter, failures + 1), pause, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tell(String words) {
        LOG.log(System.Logger.Level.WARNING, "A letter did not leave: " + words);
        trouble = new Trouble(clock.instant(), words);
    }

    /** What can leave at once still does. */
    @Override
    public void close() {
        if (sender == null) {
            return;
        }
        sender.shutdown();
        try {
            if (!sender.awaitTermination(LAST_CHANCE.toSeconds(), TimeUnit.SECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException e) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
