package backbeat.app.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Map;

/**
 * Letters of single strokes on a grid of 4 by 6, as draughtsmen write them. A font of our own, as a computer without screen may have none.
 *
 * <p>Each pair of digits is a point (x, y from the top), a space lifts the pen.
 */
final class Lettering {
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('0', "1030414536160501 1001"),
            Map.entry('1', "022026 0646"),
            Map.entry('2', "01103041420646"),
            Map.entry('3', "00402242453606"),
            Map.entry('4', "36300444"),
            Map.entry('5', "400003324145361605"),
            Map.entry('6', "301002051636454413 0313"),
            Map.entry('7', "0040 4016"),
            Map.entry('8', "10304142330313020110 03040516364544 33"),
            Map.entry('9', "1636454130100103143444"),
            Map.entry('A', "0602204246 0444"),
            Map.entry('B', "00063645443303 00304142 33"),
            Map.entry('C', "4130100105163645"),
            Map.entry('D', "0006264442402000"),
            Map.entry('E', "40000646 0333"),
            Map.entry('F', "400006 0333"),
            Map.entry('G', "413010010516364543 4323"),
            Map.entry('H', "0006 4046 0343"),
            Map.entry('I', "1030 2026 1636"),
            Map.entry('K', "0006 4003 0346"),
            Map.entry('L', "000646"),
            Map.entry('M', "0600234046"),
            Map.entry('N', "06004640"),
            Map.entry('O', "1030414536160501 10"),
            Map.entry('P', "060030414233 3303"),
            Map.entry('R', "060030414233 3303 2346"),
            Map.entry('S', "4130100102134445361605"),
            Map.entry('T', "0040 2026"),
            Map.entry('U', "000516364540"),
            Map.entry('V', "002640"),
            Map.entry('W', "0016233640"),
            Map.entry('X', "0046 4006"),
            Map.entry('Y', "002340 2326"),
            Map.entry('Z', "00400646"),
            Map.entry('.', "1626"),
            Map.entry('-', "1333"),
            Map.entry('/', "0640"),
            Map.entry('%', "0640 0011 3546"),
            Map.entry(':', "2122 2425"));

    private Lettering() {}

    /** @param height of a capital, in the units of the drawing */
    static void write(Graphics2D g, String text, double x, double y, double height, double weight, Color color) {
        double unit = height / 6;
        Path2D path = new Path2D.Double();
        double pen = x;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            String strokes = STROKES.getOrDefault(c, "");
            for (String stroke : strokes.split(" ", -1)) {
                for (int i = 0; i + 1 < stroke.length(); i += 2) {
                    double px = pen + (stroke.charAt(i) - '0') * unit;
                    double py = y + (stroke.charAt(i + 1) - '0') * unit;
                    if (i == 0) {
                        path.moveTo(px, py);
                    } else {
                        path.lineTo(px, py);
                    }
                }
            }
            pen += unit * (c == '.' || c == ':' || c == ' ' ? 4 : 5.8);
        }
        g.setColor(color);
        g.setStroke(new BasicStroke((float) weight, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }
}
