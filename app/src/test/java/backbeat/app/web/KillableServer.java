package backbeat.app.web;

import backbeat.app.wiring.OtherProcess;
import backbeat.studio.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;

/** {@code backbeat serve} in a process of its own, always at the same address, so that whoever is signed in stays so. */
final class KillableServer implements AutoCloseable {
    private static final int UP_SECONDS = 90;

    private final Path folder;
    private final int port;
    private OtherProcess process;

    private KillableServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = start();
    }

    /** Of the studio in {@code folder/home}. */
    static KillableServer serve(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new KillableServer(folder, free.getLocalPort());
        }
    }

    static Home home(Path folder) {
        return new Home(folder.resolve("home"));
    }

    private OtherProcess start() {
        return OtherProcess.start(
                2,
                Map.of(),
                folder.resolve("server.log"),
                "serve",
                "--home",
                home(folder).folder().toString(),
                "--port",
                Integer.toString(port));
    }

    Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port);
    }

    void awaitUp() throws InterruptedException {
        for (int i = 0; i < UP_SECONDS * 10; i++) {
            if (isUp()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the server is not there after " + UP_SECONDS + " s");
    }

    private boolean isUp() {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.kill();
    }

    void startAgain() throws InterruptedException {
        process = start();
        awaitUp();
    }

    @Override
    public void close() {
        process.close();
    }
}
