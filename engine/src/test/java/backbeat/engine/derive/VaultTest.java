package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    Path folder;

    private final AtomicInteger derived = new AtomicInteger();

    @Test
    void derivesOnceAndKeeps() {
        assertThat(vault().get(text("a", "one"), Work.quiet())).isEqualTo("one");
        assertThat(vault().get(text("a", "never asked"), Work.quiet())).isEqualTo("one");
        assertThat(derived).hasValue(1);
    }

    @Test
    void keepsNothingOfAFailedDerivation() throws IOException {
        Derivation<String> failing = new Text(key("b"), () -> {
            throw new IOException("broken in the middle");
        });
        assertThatThrownBy(() -> vault().get(failing, Work.quiet())).hasMessageContaining("broken in the middle");
        assertThat(vault().has(key("b"))).isFalse();
        try (Stream<Path> scratch = Files.list(folder.resolve("scratch"))) {
            assertThat(scratch).isEmpty();
        }
        assertThat(vault().get(text("b", "second try"), Work.quiet())).isEqualTo("second try");
    }

    @Test
    void derivesNothingWhenCancelled() {
        Work work = Work.quiet();
        work.cancel();
        assertThatThrownBy(() -> vault().get(text("c", "x"), work)).isInstanceOf(CancelledException.class);
        assertThat(derived).hasValue(0);
    }

    @Test
    void derivesOnceForManyThreads() throws Exception {
        Vault vault = vault();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> ask = () -> vault.get(text("d", "same"), Work.quiet());
            List<Future<String>> answers = threads.invokeAll(java.util.Collections.nCopies(16, ask));
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("same");
            }
        }
        assertThat(derived).hasValue(1);
    }

    @Test
    void aDerivationMayAskForOthers() {
        Vault vault = vault();
        Derivation<String> outer = new Text(key("outer"), () -> {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 600; i++) {
                all.append(vault.get(text("inner" + i, "."), Work.quiet()));
            }
            return all.toString();
        });
        assertThat(vault.get(outer, Work.quiet())).hasSize(600);
    }

    @Test
    void derivesAgainWhatCannotBeReadAnyMore() throws IOException {
        vault().get(text("e", "good"), Work.quiet());
        try (Stream<Path> kept = Files.walk(folder.resolve("kept"))) {
            Files.writeString(kept.filter(Files::isRegularFile).findFirst().orElseThrow(), "damaged");
        }
        assertThat(vault().get(text("e", "good"), Work.quiet())).isEqualTo("good");
        assertThat(derived).hasValue(2);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() throws IOException {
        Vault vault = Vault.open(folder, 9);
        for (String name : List.of("old", "mid", "new")) {
            vault.get(text(name, "1234"), Work.quiet());
        }
        try (Stream<Path> kept = Files.walk(folder.resolve("kept"))) {
            for (Path file :
                    kept.filter(f -> f.toString().contains(key("old").hash())).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1));
            }
        }
        vault.trim();
        assertThat(vault.has(key("old"))).isFalse();
        assertThat(vault.bytes()).isLessThanOrEqualTo(9);
    }

    @Test
    void keysDifferWhereverAPartDiffers() {
        Key key = Key.of("peaks", 1);
        assertThat(key.with("a", "bc")).isNotEqualTo(key.with("ab", "c"));
        assertThat(key.with("a", 1).with("b", 2)).isNotEqualTo(key.with("b", 2).with("a", 1));
        assertThat(Key.of("peaks", 2)).isNotEqualTo(key);
        assertThat(key.with("a", 1)).isEqualTo(Key.of("peaks", 1).with("a", 1));
    }

    @Test
    void aFingerprintFollowsTheContent() throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, new byte[1_000_000]);
        Fingerprint before = Fingerprint.of(file);
        assertThat(Fingerprint.of(file)).isEqualTo(before);
        byte[] changed = new byte[1_000_000];
        changed[999_999] = 1;
        FileTime stamp = Files.getLastModifiedTime(file);
        Files.write(file, changed);
        Files.setLastModifiedTime(file, stamp);
        assertThat(Fingerprint.of(file)).isNotEqualTo(before);
    }

    private Vault vault() {
        return Vault.open(folder, 1 << 20);
    }

    private static Key key(String name) {
        return Key.of("text", 1).with("name", name);
    }

    private Derivation<String> text(String name, String content) {
        return new Text(key(name), () -> {
            derived.incrementAndGet();
            return content;
        });
    }

    private interface Content {
        String write() throws IOException;
    }

    private record Text(Key key, Content content) implements Derivation<String> {
        @Override
        public void derive(Path target, Work work) throws IOException {
            Files.writeString(target, "half");
            Files.writeString(target, content.write());
        }

        @Override
        public String read(Path kept) throws IOException {
            String text = Files.readString(kept);
            if (text.equals("damaged")) {
                throw new IOException("damaged");
            }
            return text;
        }
    }
}
