package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class VaultProcessesTest {
    @TempDir
    Path folder;

    @Test
    void processesThatWantTheSameDeriveItOnce() throws Exception {
        List<Process> processes = List.of(start("400"), start("400"), start("400"));
        List<String> said = new ArrayList<>();
        for (Process process : processes) {
            said.add(lines(process).readLine() + " " + lines(process).readLine());
            assertThat(process.waitFor()).isZero();
        }
        assertThat(said).filteredOn(words -> words.equals("half whole")).hasSize(1);
        assertThat(said).filteredOn(words -> words.equals("whole null")).hasSize(2);
    }

    @Test
    void aKilledOneLeavesNoResultAndNoLock() throws Exception {
        Process process = start("60000");
        assertThat(lines(process).readLine()).isEqualTo("half");
        process.destroyForcibly().waitFor();

        Vault vault = Vault.open(folder, 1 << 20);
        assertThat(vault.has(new Slow(0).key())).isFalse();
        assertThat(vault.get(new Slow(0), Work.quiet())).isEqualTo("whole");
    }

    private Process start(String millis) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Asker.class.getName(),
                        folder.toString(),
                        millis)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader lines(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** What another process does: asks for the one slow thing and says what it got. */
    static final class Asker {
        private Asker() {}

        public static void main(String[] words) {
            Vault vault = Vault.open(Path.of(words[0]), 1 << 20);
            System.out.println(vault.get(new Slow(Integer.parseInt(words[1])), Work.quiet()));
        }
    }

    private record Slow(int millis) implements Derivation<String> {
        @Override
        public Key key() {
            return Key.of("slow", 1);
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            Files.writeString(target, "wh");
            System.out.println("half");
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new CancelledException();
            }
            Files.writeString(target, "ole", StandardOpenOption.APPEND);
        }

        @Override
        public String read(Path kept) throws IOException {
            return Files.readString(kept);
        }
    }
}
