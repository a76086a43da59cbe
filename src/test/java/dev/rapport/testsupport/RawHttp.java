package dev.rapport.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends bytes as they are: requests that no client library would make. */
public final class RawHttp {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d\\.\\d \\d{3} ");
    private static final int PATIENCE_MILLIS = 10_000;

    private RawHttp() {}

    /**
     * All that came back.
     *
     * @param status of the first answer; 0 when there is none
     * @param head of the first answer, status line included
     * @param rest what follows that head: its body, and whatever else was answered
     * @param closed the server closed the connection by itself
     */
    public record Answer(int status, String head, String rest, boolean closed) {
        public List<String> header(String name) {
            return Stream.of(head.split("\r\n"))
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /** Reads until the server closes, or nothing more comes for a while. */
    public static Answer send(int port, String request) throws IOException {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1), PATIENCE_MILLIS);
    }

    public static Answer send(int port, byte[] request, int patience) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The server has heard enough; what it said is read all the same.
            }
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean closed = false;
        try {
            byte[] some = new byte[8192];
            int count = from.read(some);
            while (count >= 0) {
                all.write(some, 0, count);
                count = from.read(some);
            }
            closed = true;
        } catch (SocketTimeoutException e) {
            // It stays open.
        } catch (IOException e) {
            closed = true;
        }
        return answer(all.toString(StandardCharsets.ISO_8859_1), closed);
    }

    private static Answer answer(String all, boolean closed) {
        int end = all.indexOf("\r\n\r\n");
        return STATUS_LINE.matcher(all).lookingAt() && end >= 0
                ? new Answer(
                        Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4), closed)
                : new Answer(0, "", all, closed);
    }
}
