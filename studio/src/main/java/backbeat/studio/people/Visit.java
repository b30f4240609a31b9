package backbeat.studio.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * From where somebody comes, in words that people know: the browser and the machine's system out of what the browser says of itself, and the place on the network.
 */
public record Visit(String browser, String place) {
    private record Word(String mark, String name) {}

    /** The more special first: most browsers claim to be several. */
    private static final List<Word> BROWSERS = List.of(
            new Word("Edg/", "Edge"),
            new Word("OPR/", "Opera"),
            new Word("Vivaldi", "Vivaldi"),
            new Word("SamsungBrowser", "Samsung Internet"),
            new Word("Firefox", "Firefox"),
            new Word("FxiOS", "Firefox"),
            new Word("CriOS", "Chrome"),
            new Word("Chrome", "Chrome"),
            new Word("Safari", "Safari"),
            new Word("curl", "curl"),
            new Word("Java", "A Java program"));

    private static final List<Word> SYSTEMS = List.of(
            new Word("iPhone", "iPhone"),
            new Word("iPad", "iPad"),
            new Word("Android", "Android"),
            new Word("Windows", "Windows"),
            new Word("Mac OS", "Mac"),
            new Word("CrOS", "ChromeOS"),
            new Word("Linux", "Linux"));

    /**
     * @param agent what the browser says of itself; may be empty
     * @param address it came from
     */
    public static Visit of(String agent, String address) {
        String browser = name(agent, BROWSERS, "A browser");
        String system = name(agent, SYSTEMS, "");
        return new Visit(system.isEmpty() ? browser : browser + " on " + system, place(address));
    }

    private static String name(String agent, List<Word> words, String otherwise) {
        return words.stream()
                .filter(word -> agent.contains(word.mark()))
                .map(Word::name)
                .findFirst()
                .orElse(otherwise);
    }

    private static String place(String address) {
        boolean numbers = address.matches("[0-9a-fA-F.:%]+");
        try {
            InetAddress from = numbers ? InetAddress.getByName(address) : null;
            if (from == null) {
                return "";
            }
            String plain = String.valueOf(from.getHostAddress());
            return from.isLoopbackAddress()
                    ? "this machine"
                    : from.isSiteLocalAddress() || from.isLinkLocalAddress() ? "this network, " + plain : plain;
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
