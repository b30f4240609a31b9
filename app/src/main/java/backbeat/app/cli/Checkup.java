package backbeat.app.cli;

import backbeat.app.wiring.Settings;
import backbeat.engine.derive.Vault;
import backbeat.engine.media.Abilities;
import backbeat.engine.media.Media;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the doctor looks at, one line for each part of the machine. */
final class Checkup {
    private static final int NEEDED_JAVA = 25;
    private static final long ENOUGH_DISK = 5L << 30;
    private static final long ENOUGH_MEMORY = 3L << 30;

    /**
     * @param mark ok, look or bad
     * @param toMend what is wrong and what to do; empty when all is well
     */
    record Line(String about, String mark, String said, Optional<Problem> toMend) {
        boolean isNeeded() {
            return mark.equals("bad");
        }
    }

    private final Settings settings;
    private final Terminal terminal;

    Checkup(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(java());
        lines.addAll(ffmpeg());
        lines.add(good("cores", Integer.toString(Runtime.getRuntime().availableProcessors())));
        lines.add(memory());
        lines.add(disk());
        lines.add(cache());
        lines.add(good(
                "terminal",
                terminal.interactive() ? terminal.columns() + " columns" : "none: progress is told in plain lines"));
        return lines;
    }

    private static Line java() {
        String found =
                System.getProperty("java.vendor") + " " + Runtime.version() + " in " + System.getProperty("java.home");
        return Runtime.version().feature() >= NEEDED_JAVA
                ? good("java", found)
                : bad(
                        "java",
                        found,
                        new Problem(
                                "doctor/java",
                                "This Java is too old.",
                                "",
                                "",
                                "Install a JDK 25 and name it in BACKBEAT_JAVA_HOME."));
    }

    private List<Line> ffmpeg() {
        try {
            Media media = settings.openMedia();
            Path other = settings.ffmpeg();
            String from = other == null ? "comes with Backbeat, in " + settings.tools() : other.toString();
            List<Line> lines = new ArrayList<>();
            lines.add(good("ffmpeg", media.version() + " (" + from + ")"));
            lines.addAll(abilities(media.abilities()));
            return lines;
        } catch (ProblemException missing) {
            return List.of(bad("ffmpeg", "does not run", missing.problem()));
        }
    }

    private static List<Line> abilities(Abilities can) {
        String reads = String.join(" ", can.reads());
        String writes = String.join(" ", can.writes()) + "; filters: " + String.join(" ", can.filters());
        return List.of(
                can.unread().isEmpty()
                        ? good("reads", reads)
                        : look("reads", reads, MediaProblems.ffmpegLacks(String.join(", ", can.unread()))),
                can.missing().isEmpty()
                        ? good("writes", writes)
                        : bad("writes", writes, MediaProblems.ffmpegLacks(String.join(", ", can.missing()))));
    }

    private static Line memory() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long bytes = machine.getTotalMemorySize();
        String said = gigabytes(bytes) + " in the machine, "
                + gigabytes(Runtime.getRuntime().maxMemory()) + " for Backbeat";
        return bytes >= ENOUGH_MEMORY
                ? good("memory", said)
                : look(
                        "memory",
                        said,
                        new Problem(
                                "doctor/memory",
                                "Large pictures (4K and more) may not fit into memory.",
                                "",
                                "",
                                "Close other programs, or work on a machine with 4 GB or more."));
    }

    private Line disk() {
        Path there = settings.home();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String said = gigabytes(free) + " free for " + settings.home();
            return free >= ENOUGH_DISK
                    ? good("disk", said)
                    : look(
                            "disk",
                            said,
                            new Problem(
                                    "doctor/disk",
                                    "There is little room for computed results.",
                                    settings.home().toString(),
                                    "",
                                    "Free some space, or name a folder on another disk in BACKBEAT_HOME."));
        } catch (IOException e) {
            return look(
                    "disk",
                    "unknown",
                    new Problem(
                            "doctor/disk",
                            "The free space cannot be told.",
                            there.toString(),
                            String.valueOf(e.getMessage()),
                            "Look whether the disk is there."));
        }
    }

    private Line cache() {
        try {
            Vault vault = Vault.open(settings.vault(), settings.vaultBytes());
            return good(
                    "cache",
                    gigabytes(vault.bytes()) + " of at most " + gigabytes(settings.vaultBytes()) + " in "
                            + vault.folder() + " (may be deleted at any time)");
        } catch (ProblemException cannotWrite) {
            return bad("cache", "cannot be written", cannotWrite.problem());
        }
    }

    private static Line good(String about, String said) {
        return new Line(about, "ok", said, Optional.empty());
    }

    private static Line look(String about, String said, Problem problem) {
        return new Line(about, "look", said, Optional.of(problem));
    }

    private static Line bad(String about, String said, Problem problem) {
        return new Line(about, "bad", said, Optional.of(problem));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
