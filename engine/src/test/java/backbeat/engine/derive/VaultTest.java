package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(60)
    void derivationsThatWaitForEachOthersTurnBothEnd() throws Exception {
        Key one = key("one");
        Key other = differentStripe(one);
        Vault vault = vault();
        CyclicBarrier bothHaveTheirTurn = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(
                    () -> vault.get(asking(one, sameStripe(other), vault, bothHaveTheirTurn), Work.quiet()));
            Future<String> second = threads.submit(
                    () -> vault.get(asking(other, sameStripe(one), vault, bothHaveTheirTurn), Work.quiet()));
            assertThat(first.get()).isEqualTo("inner");
            assertThat(second.get()).isEqualTo("inner");
        }
    }

    private Derivation<String> asking(Key key, Key inner, Vault vault, CyclicBarrier bothHaveTheirTurn) {
        return new Text(key, () -> {
            meet(bothHaveTheirTurn);
            return vault.get(new Text(inner, () -> "inner"), Work.quiet());
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int stripe(Key key) {
        return Math.floorMod(key.hash().hashCode(), Turns.STRIPES);
    }

    private Key sameStripe(Key as) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> key("same" + i))
                .filter(key -> stripe(key) == stripe(as))
                .findFirst()
                .orElseThrow();
    }

    private Key differentStripe(Key as) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> key("different" + i))
                .filter(key -> stripe(key) != stripe(as))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Timeout(60)
    void twoVaultsOnOneFolderTakeTurnsToo() throws Exception {
        List<Vault> vaults = List.of(vault(), vault());
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> asks = IntStream.range(0, 80)
                    .<Callable<String>>mapToObj(i ->
                            () -> vaults.get(i % 2).get(text("shared" + i / 8, "text " + i / 8), Work.quiet()))
                    .toList();
            List<Future<String>> answers = threads.invokeAll(asks);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("text " + i / 8);
            }
        }
        assertThat(derived).hasValue(10);
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
