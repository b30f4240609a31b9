package backbeat.studio.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import backbeat.studio.upload.Upload.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final byte[] FILE = new byte[1_000_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private OpenHome home;
    private Uploads uploads;
    private String production;

    @BeforeEach
    void openHome() {
        home = new OpenHome(folder.resolve("home"), clock);
        uploads = new Uploads(home.store, clock);
        production = home.production().id();
    }

    @AfterEach
    void closeHome() {
        home.close();
    }

    private Upload begin(String name) {
        return uploads.begin(production, Purpose.FOOTAGE, name, FILE.length, false, home.owner);
    }

    private Upload receive(Upload upload, int from, int to, @Nullable String sha256) {
        return uploads.receive(upload, from, to - from, sha256, new ByteArrayInputStream(FILE, from, to - from));
    }

    private static String sha256(int from, int to) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(FILE, from, to)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some bytes, and then the connection breaks. */
    private static InputStream breaking(int from, int to) {
        return new InputStream() {
            private int place = from;

            @Override
            public int read() throws IOException {
                if (place == to) {
                    throw new IOException("the connection broke");
                }
                return FILE[place++] & 0xff;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                if (place == to) {
                    throw new IOException("the connection broke");
                }
                int count = Math.min(most, to - place);
                System.arraycopy(FILE, place, into, at, count);
                place += count;
                return count;
            }
        };
    }

    @Test
    void aFileInPiecesIsTheFile() throws IOException {
        Upload upload = begin("A001.mov");
        upload = receive(upload, 0, 400_000, sha256(0, 400_000));
        upload = receive(upload, 400_000, 1_000_000, null);
        assertThat(upload.isWhole()).isTrue();
        assertThat(Files.readAllBytes(uploads.file(upload))).isEqualTo(FILE);
    }

    @Test
    void whatArrivedBeforeTheConnectionBrokeIsKept() {
        Upload upload = begin("A001.mov");
        assertThatThrownBy(() -> uploads.receive(upload, 0, 900_000, null, breaking(0, 300_000)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(uploads.unfinished(production))
                .singleElement()
                .satisfies(now -> assertThat(now.received()).isEqualTo(300_000));
    }

    @Test
    void aPieceThatArrivedWrongCountsAsNothing() {
        Upload upload = begin("A001.mov");
        assertThatThrownBy(() -> receive(upload, 0, 1000, sha256(1, 1001))).satisfies(Told.problem("upload/checksum"));
        assertThatThrownBy(() -> uploads.receive(upload, 0, 900_000, sha256(0, 900_000), breaking(0, 300_000)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(uploads.unfinished(production))
                .singleElement()
                .satisfies(now -> assertThat(now.received()).isZero());
    }

    /** A killed process leaves bytes in the file that nobody was told of. */
    @Test
    void bytesThatWereNeverAcknowledgedAreNotBelieved() throws IOException {
        Upload upload = receive(begin("A001.mov"), 0, 500_000, null);
        Files.write(uploads.file(upload), new byte[70_000], StandardOpenOption.APPEND);
        Upload after = new Uploads(home.store, clock)
                .byId(production, Purpose.FOOTAGE, upload.id())
                .orElseThrow();
        assertThat(after.received()).isEqualTo(500_000);
        Upload whole = receive(after, 500_000, 1_000_000, sha256(500_000, 1_000_000));
        assertThat(Files.readAllBytes(uploads.file(whole))).isEqualTo(FILE);
    }

    @Test
    void aPieceFromAnotherPlaceOrLongerThanToldIsRefused() {
        Upload upload = receive(begin("A001.mov"), 0, 1000, null);
        assertThatThrownBy(() -> receive(upload, 0, 1000, null)).satisfies(Told.problem("upload/offset"));
        assertThatThrownBy(() -> receive(upload, 2000, 3000, null)).satisfies(Told.problem("upload/offset"));
        assertThatThrownBy(() -> uploads.receive(upload, 1000, FILE.length, null, InputStream.nullInputStream()))
                .satisfies(Told.problem("upload/too-much"));
        assertThatThrownBy(
                        () -> uploads.receive(upload, 1000, -1, null, new ByteArrayInputStream(new byte[FILE.length])))
                .satisfies(Told.problem("upload/too-much"));
    }

    @Test
    void twoConnectionsDoNotWriteAtOnce() {
        Upload upload = begin("A001.mov");
        uploads.receive(upload, 0, 10, null, new ByteArrayInputStream(FILE, 0, 10) {
            @Override
            public synchronized int read(byte[] into, int at, int most) {
                assertThatThrownBy(() -> UploadsTest.this.receive(upload, 0, 10, null))
                        .satisfies(Told.problem("upload/busy"));
                return super.read(into, at, most);
            }
        });
        assertThat(uploads.unfinished(production).getFirst().received()).isEqualTo(10);
    }

    @Test
    void whatTheDiskCannotHoldIsRefusedBeforeItsFirstByteCountingWhatIsOnItsWay() {
        Uploads small = new Uploads(home.store, clock, anywhere -> (512L << 20) + 1_500_000);
        small.begin(production, Purpose.FOOTAGE, "a.mov", 1_000_000, true, home.owner);
        assertThatThrownBy(() -> small.begin(production, Purpose.FOOTAGE, "b.mov", 1_000_000, true, home.owner))
                .satisfies(Told.problem("upload/no-room"));
        assertThat(small.begin(production, Purpose.FOOTAGE, "c.mov", 400_000, true, home.owner)
                        .bytes())
                .isEqualTo(400_000);
    }

    @Test
    void anUploadOfAnotherProductionOrPurposeIsNotThere() {
        Upload upload = begin("A001.mov");
        assertThat(uploads.byId(home.production().id(), Purpose.FOOTAGE, upload.id()))
                .isEmpty();
        assertThat(uploads.byId(production, Purpose.SONG, upload.id())).isEmpty();
    }

    @Test
    void whatIsGivenUpOrForgottenLeavesNothing() {
        Upload upload = receive(begin("A001.mov"), 0, 1000, null);
        uploads.over(upload);
        Upload old = receive(begin("A002.mov"), 0, 1000, null);
        clock.pass(Duration.ofDays(8));
        begin("A003.mov");
        assertThat(uploads.file(upload)).doesNotExist();
        assertThat(uploads.file(old)).doesNotExist();
        assertThat(uploads.unfinished(production)).extracting(Upload::name).containsExactly("A003.mov");
    }

    @Test
    void namesAreMadeHarmlessAndKeepTheFoldersOfACard() {
        assertThat(CleanName.of("PRIVATE/AVCHD/BDMV/STREAM/00001.MTS"))
                .isEqualTo("PRIVATE/AVCHD/BDMV/STREAM/00001.MTS");
        assertThat(CleanName.of("../../../etc/passwd")).isEqualTo("etc/passwd");
        assertThat(CleanName.of("C:\\clips\\..\\take 1.mov")).isEqualTo("C_/clips/take 1.mov");
        assertThat(CleanName.of("/absolute//.hidden")).isEqualTo("absolute/hidden");
        assertThat(CleanName.of("a\u0000b\u202Egnp.mov\n")).isEqualTo("abgnp.mov");
        assertThat(CleanName.of("nul.mov")).isEqualTo("_nul.mov");
        assertThat(CleanName.of("...")).isEmpty();
        assertThat(CleanName.of("u\u0308ber.mov")).isEqualTo("\u00fcber.mov");
        assertThat(CleanName.of("x".repeat(500) + "C0001.MP4")).hasSize(120).endsWith("C0001.MP4");
        assertThat(CleanName.of("1/2/3/4/5/6/7/8.mov")).isEqualTo("3/4/5/6/7/8.mov");
        assertThatThrownBy(() -> begin("../..")).satisfies(Told.problem("upload/name"));
    }
}
