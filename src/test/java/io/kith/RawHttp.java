package io.kith;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;

/**
 * Plain bytes over a socket, so that a request may be as wrong as it likes; from an address of its own where the system has
 * one, so that nobody else is slowed down for it.
 */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    /** What came back: status 0 where the connection was closed without a word. */
    public record Answer(int status, String head, String body) {

        static final Answer NONE = new Answer(0, "", "");
    }

    private RawHttp() {}

    /** Sends the bytes, says that there are no more, and reads until the other side has no more either. */
    public static Answer send(int port, byte[] request) {
        try (var socket = new Socket()) {
            socket.bind(somewhere());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            var came = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(came);
            } catch (SocketException cutOff) {
                return answer(came.toByteArray());
            }
            return answer(came.toByteArray());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static InetSocketAddress somewhere() throws IOException {
        var linux = System.getProperty("os.name").equals("Linux");
        return new InetSocketAddress(InetAddress.getByName(linux ? "127.0.0.66" : "127.0.0.1"), 0);
    }

    private static Answer answer(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            return Answer.NONE;
        }
        var head = text.substring(0, end);
        var body = text.substring(end + 4);
        if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            body = together(body);
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), head, new String(body.getBytes(ISO_8859_1), UTF_8));
    }

    private static String together(String chunks) {
        var whole = new StringBuilder();
        for (var at = 0; at < chunks.length(); ) {
            var line = chunks.indexOf("\r\n", at);
            var length = line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line), 16);
            if (length == 0) {
                break;
            }
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }
}
