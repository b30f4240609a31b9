package backbeat.engine.media;

import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The FFmpeg that comes with the program: entries of an archive on the class path, unpacked once into the tools folder under its version.
 *
 * <p>Unpacking goes into a folder of its own that is renamed in one step, so that several programs may start at once and a killed one leaves nothing half done.
 * The libraries for Java's native interface are left out: only the two programs and what they load are wanted.
 */
final class BundledFfmpeg {
    private static final String PLATFORM = "linux-x86_64-gpl";
    private static final String ENTRIES = "org/bytedeco/ffmpeg/" + PLATFORM + "/";
    private static final String PROPERTIES = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

    private BundledFfmpeg() {}

    /** The folder that holds the programs. */
    static Path unpacked(Path toolsFolder) {
        URL archive = BundledFfmpeg.class.getClassLoader().getResource(ENTRIES + "ffmpeg");
        if (archive == null || !isThisPlatform()) {
            throw MediaProblems.noFfmpegForPlatform(
                            System.getProperty("os.name") + " on " + System.getProperty("os.arch"))
                    .asException();
        }
        try {
            return unpacked(archive, toolsFolder.toAbsolutePath());
        } catch (IOException e) {
            throw new ProblemException(
                    DeriveProblems.cannotWrite(toolsFolder.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    private static boolean isThisPlatform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system.equals("linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }

    private static Path unpacked(URL archive, Path toolsFolder) throws IOException {
        if (!(archive.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("FFmpeg is not in an archive: " + archive);
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries = wanted(jar);
            Path folder = toolsFolder.resolve("ffmpeg-" + version(jar));
            if (!isWhole(folder, entries)) {
                unpack(jar, entries, folder);
            }
            return folder;
        }
    }

    private static List<JarEntry> wanted(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().startsWith(ENTRIES) && !entry.isDirectory())
                .filter(entry -> !nameOf(entry).contains("/") && !nameOf(entry).startsWith("libjni"))
                .toList();
    }

    private static String nameOf(JarEntry entry) {
        return entry.getName().substring(ENTRIES.length());
    }

    private static String version(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(PROPERTIES);
        Properties properties = new Properties();
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "bundled").replaceAll("[^A-Za-z0-9.-]", "_");
    }

    private static boolean isWhole(Path folder, List<JarEntry> entries) throws IOException {
        for (JarEntry entry : entries) {
            Path file = folder.resolve(nameOf(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                return false;
            }
        }
        return true;
    }

    private static void unpack(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path aside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try {
            for (JarEntry entry : entries) {
                Path file = aside.resolve(nameOf(entry));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (!file.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot be made executable: " + file);
                }
            }
            if (!aside.toFile().setReadable(true, false) || !aside.toFile().setExecutable(true, false)) {
                throw new IOException("cannot be opened for others: " + aside);
            }
            putInPlace(aside, folder, entries);
        } finally {
            delete(aside);
        }
    }

    /** Another program may have been quicker: its folder is as good. A folder with wrong sizes is replaced. */
    private static void putInPlace(Path aside, Path folder, List<JarEntry> entries) throws IOException {
        if (isWhole(folder, entries)) {
            return;
        }
        delete(folder);
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!isWhole(folder, entries)) {
                throw e;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
    }
}
