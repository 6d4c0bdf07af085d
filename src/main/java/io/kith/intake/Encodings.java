package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which encoding a file is in: by its byte order mark, by the zero bytes of UTF-16, else by what the first stretch that
 * is not ASCII decodes as. UTF-8 wins over GB18030, GB18030 over Big5; where none fits, UTF-8, whose undecodable bytes
 * are refused row by row.
 */
final class Encodings {

    static final Charset GB18030 = Charset.forName("GB18030");

    static final Charset BIG5 = Charset.forName("Big5");

    private static final Charset COMMON_SIMPLIFIED = Charset.forName("GB2312");

    private static final int LAST_COMMON_ROW = 0xC6; // of Big5: its 5,401 everyday characters come first

    private static final int SAMPLE = 1 << 18;

    private Encodings() {}

    static Charset of(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bytes.mark(64);
            var start = bytes.readNBytes(64);
            bytes.reset();
            var marked = marked(start);
            if (marked != null) {
                return marked;
            }
            return ofBytes(sample(bytes));
        }
    }

    /** What the byte order mark says, or the zero bytes that UTF-16 has in a header of ASCII letters. */
    private static @Nullable Charset marked(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return UTF_8;
        }
        if (startsWith(start, 0xFF, 0xFE)) {
            return UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return UTF_16BE;
        }
        if (startsWith(start, 0x84, 0x31, 0x95, 0x33)) {
            return GB18030;
        }
        if (zeroAtEvery(start, 1)) {
            return UTF_16LE;
        }
        return zeroAtEvery(start, 0) ? UTF_16BE : null;
    }

    private static Charset ofBytes(byte[] sample) {
        var utf8 = Fit.of(UTF_8, sample, character -> true);
        if (utf8.bad() == 0 || utf8.good() > 4 * utf8.bad()) {
            return UTF_8;
        }
        var simplified = COMMON_SIMPLIFIED.newEncoder();
        var gb18030 = Fit.of(GB18030, sample, simplified::canEncode);
        var big5 = Fit.of(BIG5, sample, Encodings::isCommonTraditional);
        if (big5.bad() == 0 && big5.common() > gb18030.common()) {
            return BIG5;
        }
        if (gb18030.bad() * 20 <= gb18030.good()
                && (gb18030.common() * 2 >= gb18030.good() || GB18030.name().equals(guess(sample)))) {
            return GB18030;
        }
        return UTF_8;
    }

    /** A stretch from the first byte on that is not ASCII; empty if there is none. */
    private static byte[] sample(InputStream bytes) throws IOException {
        var block = new byte[1 << 16];
        for (int read; (read = bytes.read(block)) > 0; ) {
            for (int i = 0; i < read; i++) {
                if (block[i] < 0) {
                    var head = Arrays.copyOfRange(block, i, read);
                    var tail = bytes.readNBytes(SAMPLE);
                    var sample = Arrays.copyOf(head, head.length + tail.length);
                    System.arraycopy(tail, 0, sample, head.length, tail.length);
                    return wholeCharacters(sample, tail.length == SAMPLE);
                }
            }
        }
        return new byte[0];
    }

    /** A sample cut in the middle of the file ends at its last line break, so that no character is cut. */
    private static byte[] wholeCharacters(byte[] sample, boolean cut) {
        if (!cut) {
            return sample;
        }
        for (int i = sample.length; i > 0; i--) {
            if (sample[i - 1] == '\n' || sample[i - 1] == '\r') {
                return Arrays.copyOf(sample, i);
            }
        }
        return sample;
    }

    private static @Nullable String guess(byte[] sample) {
        var detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        return detector.getDetectedCharset();
    }

    private static boolean isCommonTraditional(char character) {
        var bytes = String.valueOf(character).getBytes(BIG5);
        return bytes.length == 2 && (bytes[0] & 0xFF) <= LAST_COMMON_ROW;
    }

    private static boolean startsWith(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zeroAtEvery(byte[] start, int parity) {
        int pairs = Math.min(start.length / 2, 8);
        for (int i = 0; i < pairs; i++) {
            if (start[2 * i + parity] != 0 || start[2 * i + 1 - parity] == 0) {
                return false;
            }
        }
        return pairs > 0;
    }

    private interface Everyday {

        boolean test(char character);
    }

    /** How well bytes decode: characters beyond ASCII, those among them in everyday use, malformed sequences. */
    private record Fit(int good, int common, int bad) {

        static Fit of(Charset charset, byte[] sample, Everyday everyday) {
            var bytes = ByteBuffer.wrap(sample);
            var text = CharBuffer.allocate(sample.length + 4);
            var decoder = charset.newDecoder();
            int bad = 0;
            for (var result = decoder.decode(bytes, text, true);
                    result.isError();
                    result = decoder.decode(bytes, text, true)) {
                bad++;
                bytes.position(bytes.position() + result.length());
            }
            return counted(text.flip(), bad, everyday);
        }

        private static Fit counted(CharBuffer text, int bad, Everyday everyday) {
            int good = 0;
            int common = 0;
            while (text.hasRemaining()) {
                char character = text.get();
                if (character > 0x7F) {
                    good++;
                    common += everyday.test(character) ? 1 : 0;
                }
            }
            return new Fit(good, common, bad);
        }
    }
}
