package backbeat.app.web;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of mail on this machine that keeps what it is handed. */
final class LetterBox implements AutoCloseable {
    /** @param who the name that was told to be let in; empty without */
    record Received(String who, String from, String to, String content) {
        String text() {
            try {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                return String.valueOf(new MimeMessage(null, new ByteArrayInputStream(bytes)).getContent());
            } catch (IOException | MessagingException e) {
                throw new AssertionError(content, e);
            }
        }
    }

    private final ServerSocket socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Received> letters = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    LetterBox() throws IOException {
        Thread.ofPlatform().daemon().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next letters are refused for now. */
    void refuse(int count) {
        refusals.set(count);
    }

    Received next() throws InterruptedException {
        Received letter = letters.poll(10, TimeUnit.SECONDS);
        if (letter == null) {
            throw new AssertionError("no letter came");
        }
        return letter;
    }

    boolean isEmptyAfter(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return letters.isEmpty();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket sender = socket.accept()) {
                talk(sender);
            } catch (IOException e) {
                // the sender is gone, or the box is closed
            }
        }
    }

    private void talk(Socket sender) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = sender.getOutputStream();
        String who = "";
        String from = "";
        List<String> to = new ArrayList<>();
        say(out, "220 box");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) {
                say(out, "250-box\r\n250 AUTH PLAIN");
            } else if (line.startsWith("AUTH PLAIN")) {
                who = new String(java.util.Base64.getDecoder().decode(line.substring(11)), StandardCharsets.UTF_8);
                say(out, "235 in");
            } else if (line.startsWith("MAIL FROM")) {
                from = line;
                boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                say(out, refused ? "451 not now" : "250 ok");
            } else if (line.startsWith("RCPT TO")) {
                to.add(line.replaceAll(".*<|>.*", ""));
                say(out, "250 ok");
            } else if (line.equals("DATA")) {
                say(out, "354 go on");
                letters.add(new Received(who, from, String.join(",", to), content(in)));
                say(out, "250 kept");
            } else {
                say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append("\r\n");
        }
        return content.toString();
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
