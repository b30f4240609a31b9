package backbeat.studio.archive;

import java.util.List;

/**
 * What an archive holds; its last entry.
 *
 * @param contract what the archive is
 * @param schema the migrations of the studio that wrote it
 * @param made as ISO instant
 */
record Manifest(String contract, List<Integer> schema, String made, List<Entry> files) {
    static final String NAME = "manifest.json";

    record Entry(String name, long bytes, String sha256) {}

    long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }
}
