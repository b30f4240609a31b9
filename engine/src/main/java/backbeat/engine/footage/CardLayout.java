package backbeat.engine.footage;

import backbeat.engine.footage.Footage.Card;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cards among the paths of files, and which camera each belongs to.
 *
 * <p>A card is the folder above the folder form its maker prescribes ({@code PRIVATE/M4ROOT}, {@code BPAV}, {@code BDMV}, {@code DCIM}, {@code .RDM}); files in
 * no such form belong to the folder they lie in. One camera is one card's folder; folders named as reels of one camera ({@code A001}, {@code A002}) that stand
 * beside each other are one camera. A letter that the folder's name gives ({@code B_CAM}, {@code Camera B}, {@code B003}) is kept; the others take the first
 * free ones in order of their path.
 */
final class CardLayout {
    private record Form(Pattern path, String kind) {}

    /** The first group is the card's folder, with a slash at its end when it is not the whole folder. */
    private static final List<Form> FORMS = List.of(
            new Form(ignoringCase("^(|.*?/)(?:PRIVATE/)?M4ROOT/.*"), "Sony XAVC"),
            new Form(ignoringCase("^(|.*?/)XDROOT/.*"), "Sony XDCAM"),
            new Form(ignoringCase("^(|.*?/)BPAV/.*"), "Sony XDCAM EX"),
            new Form(ignoringCase("^(|.*?/)(?:PRIVATE/)?(?:AVCHD/)?BDMV/.*"), "AVCHD"),
            new Form(ignoringCase("^(|.*?/)CONTENTS/(?:CLIP|VIDEO|AUDIO)/.*"), "Panasonic P2"),
            new Form(ignoringCase("^(|.*/)[^/]+\\.RDM/.*"), "RED"),
            new Form(ignoringCase("^(|.*/)[^/]+\\.RDC/.*"), "RED"),
            new Form(ignoringCase("^(|.*?/)DCIM/\\d{3}CANON/.*"), "Canon"),
            new Form(ignoringCase("^(|.*?/)DCIM/\\d{3}GOPRO/.*"), "GoPro"),
            new Form(ignoringCase("^(|.*?/)DCIM/\\d{3}APPLE/.*"), "iPhone"),
            new Form(ignoringCase("^(|.*?/)DCIM/(?:\\d{3}MEDIA|DJI_[^/]*)/.*"), "drone or action camera"),
            new Form(ignoringCase("^(|.*?/)DCIM/.*"), "camera card"));

    private static final Pattern REEL = Pattern.compile("^([A-Z])\\d{3}(?:$|[_-].*|[A-Z]\\d*.*|\\.RDM)");
    private static final Pattern LETTER_FIRST = ignoringCase("^([A-Z])[ _-]?CAM(?:ERA)?$");
    private static final Pattern LETTER_LAST = ignoringCase("^CAM(?:ERA)?[ _-]?([A-Z])$");

    private final Map<String, Card> cardOfFile;

    private final List<Card> cards;

    private CardLayout(Map<String, Card> cardOfFile, List<Card> cards) {
        this.cardOfFile = cardOfFile;
        this.cards = cards;
    }

    /** @param paths of all files that may be clips, relative, with {@code /} */
    static CardLayout of(Collection<String> paths) {
        Map<String, String> kinds = new TreeMap<>();
        Map<String, String> folderOfFile = new HashMap<>();
        for (String path : paths) {
            found(path, kinds, folderOfFile);
        }
        for (String path : paths) {
            folderOfFile.computeIfAbsent(path, loose -> homeOfLoose(loose, kinds));
        }
        folderOfFile.values().forEach(folder -> kinds.putIfAbsent(folder, "folder"));
        Map<String, String> letters = letters(kinds.keySet());
        Map<String, Card> cards = new LinkedHashMap<>();
        kinds.forEach((folder, kind) -> cards.put(folder, new Card(folder, kind, letters.getOrDefault(folder, "A"))));
        Map<String, Card> cardOfFile = new HashMap<>();
        folderOfFile.forEach((file, folder) -> cardOfFile.put(file, cardAt(cards, folder)));
        return new CardLayout(cardOfFile, List.copyOf(cards.values()));
    }

    List<Card> cards() {
        return cards;
    }

    Card cardOf(String path) {
        Card card = cardOfFile.get(path);
        if (card == null) {
            throw new IllegalArgumentException("not among the files of this layout: " + path);
        }
        return card;
    }

    private static Card cardAt(Map<String, Card> cards, String folder) {
        Card card = cards.get(folder);
        return card != null ? card : new Card(folder, "folder", "A");
    }

    private static void found(String path, Map<String, String> kinds, Map<String, String> folderOfFile) {
        for (Form form : FORMS) {
            Matcher matcher = form.path.matcher(path);
            if (matcher.matches()) {
                String folder = withoutSlash(matcher.group(1));
                kinds.putIfAbsent(folder, form.kind);
                folderOfFile.put(path, folder);
                return;
            }
        }
    }

    /** A voice memo beside a phone's DCIM came from that phone: the nearest card above, else the file's own folder. */
    private static String homeOfLoose(String path, Map<String, String> kinds) {
        String own = parentOf(path);
        for (String folder = own; !folder.isEmpty(); folder = parentOf(folder)) {
            if (kinds.containsKey(folder)) {
                return folder;
            }
        }
        return own;
    }

    private static Map<String, String> letters(Set<String> folders) {
        Map<String, String> cameraOfFolder = new LinkedHashMap<>();
        folders.forEach(folder -> cameraOfFolder.put(folder, cameraFolder(folder)));
        Map<String, String> letterOfCamera = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        cameraOfFolder.forEach((folder, camera) -> {
            String wish = wishedLetter(folder, camera);
            if (!wish.isEmpty() && !letterOfCamera.containsKey(camera) && taken.add(wish)) {
                letterOfCamera.put(camera, wish);
            }
        });
        List<String> free = new ArrayList<>();
        for (int i = 0; free.size() <= cameraOfFolder.size(); i++) {
            if (!taken.contains(letter(i))) {
                free.add(letter(i));
            }
        }
        Map<String, String> letters = new HashMap<>();
        cameraOfFolder.forEach((folder, camera) -> {
            String letter = letterOfCamera.computeIfAbsent(camera, next -> free.removeFirst());
            letters.put(folder, letter);
        });
        return letters;
    }

    /** Reels beside each other that begin with one letter are one camera, named by their common folder and that letter. */
    private static String cameraFolder(String folder) {
        Matcher reel = REEL.matcher(nameOf(folder));
        return reel.matches() ? parentOf(folder) + "/*" + reel.group(1) : folder;
    }

    private static String wishedLetter(String folder, String camera) {
        Matcher reel = REEL.matcher(nameOf(folder));
        if (reel.matches() && !camera.equals(folder)) {
            return reel.group(1);
        }
        for (String at = folder; !at.isEmpty(); at = parentOf(at)) {
            for (Pattern pattern : List.of(LETTER_FIRST, LETTER_LAST)) {
                Matcher matcher = pattern.matcher(nameOf(at));
                if (matcher.matches()) {
                    return matcher.group(1).toUpperCase(java.util.Locale.ROOT);
                }
            }
        }
        return "";
    }

    /** A ... Z, AA, AB ... */
    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    private static String nameOf(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String withoutSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
