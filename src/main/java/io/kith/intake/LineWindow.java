package io.kith.intake;

import java.io.IOException;
import java.io.Reader;

/** Characters passing by, without their byte order mark, kept from the start of the record being read, so that reading can resume at its next line. */
final class LineWindow extends Reader {

    private static final int BLOCK = 1 << 14;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;
    private char[] kept = new char[2 * BLOCK];
    private int from; // where the line numbered `line` begins
    private int at; // the next character to hand out
    private int to;
    private long line = 1;
    private long wanted = 1;

    LineWindow(Reader source) throws IOException {
        this.source = source;
        if (fill() && kept[0] == BYTE_ORDER_MARK) {
            from = 1;
            at = 1;
        }
    }

    /** Nothing before this line will be asked for again. */
    void keepFrom(long number) {
        wanted = number;
    }

    /** Characters handed out since the beginning of the first line still kept. */
    int length() {
        forget();
        return at - from;
    }

    /** Goes on at the beginning of this line, which is the first one kept or after it; at the end where there is none. */
    void goTo(long number) throws IOException {
        wanted = number;
        while (line < number) {
            int next = lineAfter(from);
            if (next >= 0) {
                from = next;
                line++;
                continue;
            }
            from = to > from && kept[to - 1] == '\r' ? to - 1 : to;
            at = to;
            if (!fill()) {
                return;
            }
        }
        at = from;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (at == to && !fill()) {
            return -1;
        }
        int count = Math.min(length, to - at);
        System.arraycopy(kept, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        forget();
        if (kept.length - to < BLOCK) {
            makeRoom();
        }
        int count = source.read(kept, to, BLOCK);
        to += Math.max(count, 0);
        return count > 0;
    }

    private void forget() {
        while (line < wanted) {
            int next = lineAfter(from);
            if (next < 0 || next > at) {
                return;
            }
            from = next;
            line++;
        }
    }

    private void makeRoom() {
        int length = to - from;
        var target = kept.length - length < BLOCK ? new char[kept.length * 2] : kept;
        System.arraycopy(kept, from, target, 0, length);
        kept = target;
        at -= from;
        to = length;
        from = 0;
    }

    /** Where the next line begins: after CR, LF or CRLF; -1 where that is not known yet. */
    private int lineAfter(int start) {
        for (int i = start; i < to; i++) {
            if (kept[i] == '\n') {
                return i + 1;
            }
            if (kept[i] == '\r') {
                if (i + 1 == to) {
                    return -1;
                }
                return kept[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return -1;
    }
}
