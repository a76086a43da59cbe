package dev.rapport.testsupport;

import dev.rapport.testsupport.Routes.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes requests up that no client of good will sends, the same ones each time: bodies that are not what they say, forms
 * with anything in their fields, headers that make no sense.
 */
public final class Hostile {
    /** Stands in every body: what is found of it in a log came out of a body. */
    public static final String MARK = "zqbodyzq";

    /** Of nothing there is: no test of another class loses what it has made. */
    private static final String NOBODY = "987654321";

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud800",
            "\udc00x",
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "99999-01-01",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "2024-02-30",
            "2024-13-01T99:99Z",
            "9".repeat(400),
            "-1",
            "0",
            "1",
            "2147483648",
            "9223372036854775808",
            "0x10",
            "٣",
            "½",
            "x".repeat(5000),
            "{",
            "{inject:page}",
            "{#if x}",
            "⟦word:1⟧",
            "'",
            "\"",
            "`;--",
            "\r\nX-Mine: 1",
            "𝔄",
            "\u202e",
            "=1+1",
            "null",
            "[]",
            "{}",
            "true",
            "../../etc",
            "(?:a+)+$",
            "*",
            "%",
            "_",
            "Europe/Nowhere",
            "en-XX-x-y",
            "\uffff",
            "\u0085",
            "١٢/٣");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "application/x-www-form-urlencoded; charset=nope",
            "application/x-www-form-urlencoded; charset=",
            "application/x-www-form-urlencoded; charset=\"",
            "application/x-www-form-urlencoded; charset=UTF-16",
            "application/x-www-form-urlencoded; charset=x-no/such thing",
            "application/x-www-form-urlencoded; charset=ISO-2022-CN",
            "application/x-www-form-urlencodedx",
            "APPLICATION/X-WWW-FORM-URLENCODED",
            "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=b; charset=nope",
            "multipart/form-data; boundary=b; charset=",
            "multipart/form-data; boundary=\"b",
            "multipart/form-data; boundary=",
            "multipart/form-data",
            "multipart/form-data;",
            "multipart/form-data; boundary=" + "b".repeat(300),
            "multipart/mixed; boundary=b",
            "multipart/form-datax; boundary=b",
            "application/json",
            "application/json; charset=nope",
            "application/json; charset=UTF-32",
            "text/csv",
            "text/csv;;;",
            "text/plain; q=x",
            "text",
            "text/",
            "/plain",
            "*/*",
            "*",
            "",
            " ",
            ";",
            "a/b/c",
            "text/html; =",
            "text/html; a",
            "\u00e9/\u00e8",
            "x".repeat(2000));

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Content-Type",
            "Content-Encoding",
            "Cookie",
            "If-None-Match",
            "If-Modified-Since",
            "If-Match",
            "If-Unmodified-Since",
            "If-Range",
            "Range",
            "Authorization",
            "HX-Request",
            "HX-Target",
            "HX-Current-URL",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-CSRF-TOKEN",
            "X-HTTP-Method-Override",
            "Expect",
            "Upgrade",
            "Connection",
            "TE",
            "Trailer",
            "Via",
            "Max-Forwards",
            "Cache-Control",
            "Priority",
            "Date",
            "From");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            ",",
            ";",
            "=",
            "*",
            "*/*",
            "/",
            "a/b/c",
            "text/html;q=x",
            "text/html;q=2",
            "text/html;q=-1",
            "text/html,,,*/*;q=0.1",
            "application/pdf",
            "text/csv;charset=nope",
            "en;q=z",
            "xx-YY-zz-1-1-1",
            "-",
            "en-\u00e9",
            "de;q=1e400,*;q=0",
            "i-klingon,x-y",
            "\"",
            "W/\"",
            "\"a\", W/\"b\", c",
            "bytes=5-1",
            "bytes=-",
            "bytes=0-99999999999999999999",
            "Sun, 06 Nov 99999 08:49:37 GMT",
            "yesterday",
            "Basic",
            "Basic !!!",
            "Bearer",
            "Digest x=",
            "q_session=;q_session=x; =; ;;",
            "rapport-form=%zz; theme=\u00ff; csv=nope",
            "csv=\"; theme=",
            "null",
            "https://[::1",
            "http://a b",
            "for=\"[::1]:x\";proto=,",
            "100-continue",
            "websocket",
            "close, x",
            "gzip;q=",
            "9".repeat(300),
            "x".repeat(4000));

    private final Random random;

    public Hostile(long seed) {
        random = new Random(seed);
    }

    /** As bytes; {@code what} says what it is, for a person. */
    public record Request(String what, byte[] bytes) {}

    /** Any body under any type. */
    public Request body(Route route) {
        String type = one(TYPES);
        String query = route.template().startsWith("/api/") && random.nextBoolean()
                ? "?filename=a.csv&mapping=" + encoded(mapping())
                : "";
        return request(route.verb(), path(route) + query, List.of("Content-Type: " + type), body(route.fields(), type));
    }

    /** A form as it should be, with anything in its fields. */
    public Request form(Route route) {
        StringBuilder form = new StringBuilder("csrf-token=" + TOKEN + "&" + MARK + "=1");
        for (String field : route.fields()) {
            for (int i = random.nextInt(8) == 0 ? random.nextInt(4) : 1; i > 0; i--) {
                form.append('&').append(encoded(field)).append('=').append(damaged(encoded(one(VALUES))));
            }
        }
        String accept = random.nextBoolean() ? "text/html" : "*/*";
        return request(
                route.verb(),
                path(route),
                List.of("Content-Type: application/x-www-form-urlencoded; charset=UTF-8", "Accept: " + accept),
                form.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request for a page or a file with headers and parameters that mean nothing. */
    public Request headers(Route route) {
        List<String> headers = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            headers.add(one(HEADERS) + ": " + one(HEADER_VALUES));
        }
        String query = random.nextInt(3) > 0
                ? ""
                : "?"
                        + one(List.of("period", "from", "to", "grain", "by", "compare", "who", "sort", "page", "n"))
                        + "=" + damaged(encoded(one(VALUES)));
        return request(route.verb(), path(route) + query, headers, new byte[0]);
    }

    private String path(Route route) {
        return route.with(
                random.nextInt(6) == 0
                        ? encoded(one(List.of("0", "-1", "99999999999999999999", "\ud800", "a b", "\0")))
                        : NOBODY);
    }

    private Request request(String verb, String target, List<String> headers, byte[] body) {
        String head = verb + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Cookie: rapport-form=" + TOKEN + "\r\nX-CSRF-TOKEN: " + TOKEN + "\r\n"
                + headers.stream().map(header -> header + "\r\n").collect(Collectors.joining())
                + (body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return new Request(verb + " " + target + " " + headers + " " + excerpt(body), all);
    }

    private static String excerpt(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).replaceAll("\\p{Cntrl}", "?");
        return text.substring(0, Math.min(300, text.length()));
    }

    private byte[] body(List<String> fields, String type) {
        switch (random.nextInt(5)) {
            case 0:
                byte[] noise = new byte[random.nextInt(2000)];
                random.nextBytes(noise);
                return noise;
            case 1:
                return (MARK + mapping()).getBytes(StandardCharsets.UTF_8);
            case 2:
                return (MARK + ",b\n1,2\n").getBytes(StandardCharsets.UTF_8);
            case 3:
                return fields.stream()
                        .map(field -> field + "=" + damaged(encoded(one(VALUES))))
                        .collect(Collectors.joining("&", MARK + "&", ""))
                        .getBytes(StandardCharsets.ISO_8859_1);
            default:
                return type.contains("multipart") || random.nextInt(4) == 0
                        ? parts(fields)
                        : one(VALUES).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Parts of a form, of which something is amiss. */
    private byte[] parts(List<String> fields) {
        List<String> names = new ArrayList<>(fields);
        names.addAll(List.of("file", "mapping", "", MARK));
        StringBuilder all = new StringBuilder(random.nextInt(6) == 0 ? "preamble\r\n" : "");
        int count = random.nextInt(20) == 0 ? 2_500 : 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            all.append("--b").append(end()).append(disposition(one(names)));
            if (random.nextBoolean()) {
                all.append(one(List.of(
                                "Content-Type: text/plain; charset=nope",
                                "Content-Type: text/plain; charset=",
                                "Content-Type: nonsense",
                                "Content-Type: ",
                                "Content-Type: application/octet-stream",
                                "Content-Transfer-Encoding: base64",
                                "Content-Transfer-Encoding: quoted-printable",
                                "Content-Transfer-Encoding: x-unknown",
                                "no colon",
                                ":",
                                "X: " + "y".repeat(3000))))
                        .append(end());
            }
            all.append(end())
                    .append(random.nextBoolean() ? mapping() : MARK + one(VALUES) + "=Z=3D=\u00ff")
                    .append(end());
        }
        return all.append(one(List.of("--b--\r\n", "--b", "", "--b--", "--b\r\n", "--c--\r\n")))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String disposition(String name) {
        return one(List.of(
                        "Content-Disposition: form-data; name=\"" + name + "\"",
                        "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"a.csv\"",
                        "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"../../\0.csv\"",
                        "Content-Disposition: form-data; name=\"" + name + "\"; filename*=UTF-8''%zz",
                        "Content-Disposition: form-data; name=\"" + name + "\"; filename*=nope''x",
                        "Content-Disposition: form-data; name=\"" + name + "\"; filename*=x",
                        "Content-Disposition: form-data; name=" + name,
                        "Content-Disposition: form-data; name=\"" + name,
                        "Content-Disposition: form-data",
                        "Content-Disposition: attachment; filename=x",
                        "X: y"))
                + end();
    }

    private String end() {
        return random.nextInt(40) == 0 ? "\n" : "\r\n";
    }

    /** What to make of a file's columns, as programs send it. */
    private String mapping() {
        String text = one(List.of(
                "\"\\n\"",
                "\"\\\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\";;\"",
                "null",
                "7",
                "[]",
                "\"\"",
                "\",\"",
                "{}"));
        String odd = one(List.of(
                "null",
                "7",
                "[null]",
                "{\"a\":null}",
                "\"x\"",
                "{\"\":{}}",
                "[[]]",
                "{}",
                "[]",
                "1e400",
                "true",
                "{\"a\":{\"columns\":[null]}}"));
        return one(List.of(
                "{\"target\":\"orders\",\"reading\":{\"delimiter\":" + text + ",\"quote\":" + text + "}}",
                "{\"target\":\"orders\",\"reading\":{\"delimiter\":" + text + "}}",
                "{\"target\":\"orders\",\"reading\":{\"quote\":" + text + ",\"delimiter\":\",\"}}",
                "{\"target\":\"orders\",\"reading\":{\"charset\":" + text + ",\"header\":" + odd + "}}",
                "{\"target\":\"orders\",\"reading\":" + odd + "}",
                "{\"target\":" + odd + "}",
                "{\"target\":\"orders\",\"zone\":" + text + "}",
                "{\"target\":\"orders\",\"zone\":\"UTC\",\"decimal\":" + odd + "}",
                "{\"target\":\"orders\",\"fields\":" + odd + "}",
                "{\"target\":\"orders\",\"fields\":{\"key\":" + odd + ",\"at\":{\"constant\":\"99999-01-01\"}}}",
                "{\"target\":\"orders\",\"fields\":{\"key\":{\"columns\":" + odd + ",\"values\":" + odd + "}}}",
                "{\"target\":\"orders\",\"fields\":{\"key\":{\"columns\":[\"" + MARK + "\"],\"values\":{\"a\":null}},"
                        + "\"at\":{\"constant\":\"2026-01-01\"},\"amount\":{\"constant\":\"1e400\"}}}",
                "{\"target\":\"orders\",\"traits\":" + odd + "}",
                "{\"target\":\"orders\",\"traits\":[{\"column\":null,\"trait\":" + text + "}]}",
                "{\"target\":\"orders\",\"properties\":" + odd + "}",
                "{\"target\":\"orders\",\"filter\":" + odd + "}",
                "{\"target\":\"orders\",\"filter\":{\"column\":" + text + ",\"values\":" + odd + "}}",
                "{\"target\":\"orders\",\"answers\":" + odd + "}",
                "{\"target\":\"orders\",\"source\":" + text + ",\"nullWords\":" + odd + "}",
                "{\"target\":\"orders\",\"target\":\"events\"}",
                "{\"target\":\"orders\",\"repeat\":" + odd + "}",
                "{\"a\":".repeat(2_000),
                "[".repeat(2_000),
                "{",
                "{null:1}",
                "{\"target\":\"\ud800\"}",
                "\ufeff{\"target\":\"orders\"}",
                "nothing saved under this",
                "\0"));
    }

    /** Little of what is sent is not even encoded as it should be: the rest of its form is never looked at. */
    private String damaged(String encoded) {
        switch (random.nextInt(150)) {
            case 0:
                return encoded + "%";
            case 1:
                return "%zz" + encoded;
            case 2:
                return encoded + "%u0041";
            case 3:
                return encoded + "%C3%28%ED%A0%80";
            case 4:
                return encoded + "\u00ff=&&=";
            default:
                return encoded;
        }
    }

    /** A lone surrogate goes as the three bytes it would have. */
    private static String encoded(String text) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean paired = Character.isHighSurrogate(sign) && i + 1 < text.length();
            if (Character.isSurrogate(sign) && !paired) {
                all.append(String.format(
                        "%%%02X%%%02X%%%02X", 0xE0 | sign >> 12, 0x80 | sign >> 6 & 0x3F, 0x80 | sign & 0x3F));
            } else {
                String whole = text.substring(i, paired ? i + 2 : i + 1);
                i += paired ? 1 : 0;
                for (byte one : whole.getBytes(StandardCharsets.UTF_8)) {
                    all.append(
                            Character.isLetterOrDigit(one) && one > 0 || "-_.".indexOf(one) >= 0
                                    ? String.valueOf((char) one)
                                    : String.format("%%%02X", one));
                }
            }
        }
        return all.toString();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
