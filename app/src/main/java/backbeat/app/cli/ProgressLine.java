package backbeat.app.cli;

import backbeat.engine.derive.Work;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells how far a job is: on a terminal one line that is written over, elsewhere a plain line now and then.
 *
 * <p>Time left is what the speed so far says, and is not told in the first seconds, when it would only be wrong. Progress never goes back.
 */
final class ProgressLine implements Work.Listener {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long PLAIN_NANOS = Duration.ofSeconds(10).toNanos();
    /** Steps that follow each other faster are not told each. */
    private static final long STEP_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long FIRST_GUESS_NANOS = Duration.ofSeconds(3).toNanos();
    private static final double FIRST_GUESS_FRACTION = 0.02;
    private static final int BAR = 20;

    private final Terminal terminal;
    private final LongSupplier nanoClock;
    private final long started;
    private double furthest;
    private long lastShown;
    private String lastDoing = "";
    private String doingNow = "";
    private boolean shown;
    private boolean over;

    ProgressLine(Terminal terminal, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        started = nanoClock.getAsLong();
        lastShown = started - PLAIN_NANOS;
    }

    @Override
    public synchronized void progress(double fraction, String doing) {
        furthest = Math.max(furthest, fraction);
        doingNow = doing;
        long now = nanoClock.getAsLong();
        if (over || now - lastShown < pauseBefore(doing)) {
            return;
        }
        lastShown = now;
        lastDoing = doing;
        show(line(now - started, doing));
    }

    private long pauseBefore(String doing) {
        if (terminal.interactive()) {
            return doing.equals(lastDoing) ? REDRAW_NANOS : 0;
        }
        return kind(doing).equals(kind(lastDoing)) ? PLAIN_NANOS : STEP_NANOS;
    }

    /** "reading clip 3 of 9" and "reading clip 4 of 9" are one step. */
    private static String kind(String doing) {
        return doing.split("\\W", 2)[0];
    }

    /** Tells again how far it is, so that a long step is not taken for a standstill. */
    synchronized void tick() {
        if (!doingNow.isEmpty()) {
            progress(furthest, doingNow);
        }
    }

    private void show(String line) {
        if (terminal.interactive()) {
            int room = Math.max(10, terminal.columns() - 1);
            String cut = line.length() > room ? line.substring(0, room - 1) + "…" : line;
            terminal.err().print("\r" + cut + " ".repeat(room - cut.length()));
            terminal.err().flush();
            shown = true;
        } else {
            terminal.err().println(line);
        }
    }

    private String line(long elapsed, String doing) {
        int percent = (int) Math.floor(furthest * 100);
        String left = timeLeft(elapsed);
        if (!terminal.interactive()) {
            return percent + " % " + doing + left;
        }
        int full = (int) Math.round(furthest * BAR);
        return String.format(
                Locale.ROOT, "%s%s %3d %%%s  %s", "━".repeat(full), "╌".repeat(BAR - full), percent, left, doing);
    }

    private String timeLeft(long elapsed) {
        boolean toldByTheStep = doingNow.endsWith(" left");
        if (toldByTheStep || elapsed < FIRST_GUESS_NANOS || furthest < FIRST_GUESS_FRACTION || furthest >= 1) {
            return "";
        }
        long seconds = Math.round(elapsed * (1 - furthest) / furthest / 1e9);
        return String.format(Locale.ROOT, "  %d:%02d left", seconds / 60, seconds % 60);
    }

    /** Leaves the line, so that what comes next starts on a clean one. */
    synchronized void end() {
        over = true;
        if (shown) {
            terminal.err().print("\r" + " ".repeat(Math.max(10, terminal.columns() - 1)) + "\r");
            terminal.err().flush();
            shown = false;
        }
    }
}
