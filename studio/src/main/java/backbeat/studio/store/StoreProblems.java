package backbeat.studio.store;

import backbeat.engine.problem.Problem;

/** Problems of the home folder, with their words. */
final class StoreProblems {
    private StoreProblems() {}

    static Problem homeInUse(String home, String process) {
        return new Problem(
                "store/home-in-use",
                "This studio is open already.",
                home,
                process.isEmpty() ? "" : "Process " + process + " has it open.",
                "Use the one that runs, end it first, or open another home with --home.");
    }

    static Problem newer(String home, int found, int known) {
        return new Problem(
                "store/newer",
                "This studio was written by a newer Backbeat.",
                home,
                "Its tables are of version " + found + ", and this program knows them up to version " + known + ".",
                "Start it with the newer program; nothing was changed.");
    }

    static Problem older(String home) {
        return new Problem(
                "store/older",
                "This studio was written by an older Backbeat.",
                home,
                "",
                "Start this program's \"backbeat serve\" once: it keeps a copy and brings the studio up to date.");
    }

    static Problem none(String home) {
        return new Problem(
                "store/none",
                "There is no studio here.",
                home,
                "",
                "Name its folder with --home, or begin one with \"backbeat serve\".");
    }

    static Problem unreachable(String cause) {
        return new Problem(
                "store/unreachable",
                "The studio's database does not answer.",
                "",
                cause,
                "Check BACKBEAT_DATABASE, such as jdbc:postgresql://host/backbeat?user=U&password=P, and that PostgreSQL runs.");
    }

    static Problem copyByPostgres() {
        return new Problem(
                "store/copy-by-postgres",
                "This studio's database is PostgreSQL, which keeps its own copies.",
                "",
                "",
                "Use pg_dump for the database, and copy the home folder's \"productions\" beside it.");
    }

    static Problem unusable(String home, String cause) {
        return new Problem(
                "store/unusable",
                "The studio's home cannot be used.",
                home,
                cause,
                "Check that the folder can be written and that the disk has room, or name another with --home.");
    }
}
