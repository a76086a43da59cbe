package dev.rapport.bench;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** As a browser does it on localhost, where it takes plain HTTP for secure; Java's own would keep such cookies back. */
final class Cookies extends CookieHandler {
    private final Map<String, String> values = new ConcurrentSkipListMap<>();

    @Override
    public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
        String all = values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
    }

    @Override
    public void put(URI address, Map<String, List<String>> headers) {
        headers.forEach((name, lines) -> {
            if (name != null && name.toLowerCase(Locale.ROOT).equals("set-cookie")) {
                lines.stream().flatMap(line -> HttpCookie.parse(line).stream()).forEach(this::keep);
            }
        });
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
            values.remove(cookie.getName());
        } else {
            values.put(cookie.getName(), cookie.getValue());
        }
    }
}
