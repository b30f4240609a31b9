package backbeat.app.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as squares that a telephone reads (QR code, ISO/IEC 18004), drawn into the page as one path: no picture has to be fetched, so the key in it lies in no cache.
 *
 * @param side squares in a row, with the light border of four that readers need
 * @param path of the dark squares, a unit each
 */
public record QrCode(int side, String path) {
    private static final int BORDER = 4;

    public static QrCode of(String text) {
        try {
            ByteMatrix squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(squares.getWidth() + 2 * BORDER, dark(squares));
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text of " + text.length() + " letters fits in no code", e);
        }
    }

    /** Neighbours in a row are one stroke. */
    private static String dark(ByteMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + BORDER).append(' ').append(y + BORDER);
                    path.append('h')
                            .append(x - from)
                            .append("v1h")
                            .append(from - x)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
