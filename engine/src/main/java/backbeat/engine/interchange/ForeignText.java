package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text of unknown encoding: a byte order mark decides, then UTF-8 where it is valid, then ISO 8859-1, which always is. */
final class ForeignText {
    private ForeignText() {}

    /** Lines end with LF, CRLF or CR. */
    static List<String> lines(byte[] content, ReadingFindings findings) {
        return of(content, findings).lines().toList();
    }

    static String of(byte[] content, ReadingFindings findings) {
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            return text(content, 3, StandardCharsets.UTF_8);
        }
        if (starts(content, 0xFF, 0xFE)) {
            return text(content, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(content, 0xFE, 0xFF)) {
            return text(content, 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            findings.note(ReadingProblems.encodingAssumed());
            return text(content, 0, StandardCharsets.ISO_8859_1);
        }
    }

    private static String text(byte[] content, int from, Charset charset) {
        return new String(content, from, content.length - from, charset);
    }

    private static boolean starts(byte[] content, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
