package dev.rapport.bench;

import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures how long a person waits for pages alone, and while one API key asks by 64 connections without a pause and without
 * heeding Retry-After. Every page and figure is of days that nobody asked for before, so that no cache answers. Run it beside the
 * demo, without a build: {@code java src/bench/java/dev/rapport/bench/FloodBench.java http://localhost:8080 samir PASSWORD KEY}.
 */
public final class FloodBench {
    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final int PAGES = 24;
    private static final List<String> SHOWN =
            List.of("/support", "/metrics/csat", "/metrics/nps", "/metrics/ces", "/comments", "/metrics/sessions");
    private static final List<String> FLOOD = List.of(
            "/metrics/csat.json", "/metrics/sessions.json", "/metrics/conversion_rate.json", "/metrics/nps.csv");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final String base;
    private final Random random = new Random();

    private FloodBench(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        FloodBench bench = new FloodBench(args[0]);
        HttpClient person = bench.signedIn(args[1], args[2]);
        bench.pages(person);
        List<double[]> alone = new ArrayList<>();
        List<double[]> flooded = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(bench.pages(person));
            Flood flood = bench.new Flood(args[3]);
            Thread.sleep(3_000);
            flooded.add(bench.pages(person));
            Map<Integer, Long> answers = flood.end();
            say("alone", alone.get(round));
            say("flooded", flooded.get(round));
            System.out.println("  the key got " + answers + " in " + flood.seconds() + " s");
        }
        double quiet = median(alone);
        double busy = median(flooded);
        System.out.printf(
                "p95, medians of %d: alone %.0f ms, flooded %.0f ms: x %.2f%n", ROUNDS, quiet, busy, busy / quiet);
    }

    private static void say(String what, double[] times) {
        System.out.printf("%s: p50 %.0f ms, p95 %.0f ms%n", what, at(times, 0.5), at(times, 0.95));
    }

    private static double median(List<double[]> rounds) {
        double[] p95 =
                rounds.stream().mapToDouble(times -> at(times, 0.95)).sorted().toArray();
        return p95[p95.length / 2];
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    private HttpClient signedIn(String name, String password) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new AllCookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        String form = client.send(html(base + "/"), BodyHandlers.ofString()).body();
        Matcher action = ACTION.matcher(form);
        if (!action.find()) {
            throw new IllegalStateException("no form to sign in: " + form);
        }
        String sent = "username=" + encoded(name) + "&password=" + encoded(password);
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(sent))
                        .build(),
                BodyHandlers.ofString());
        if (page.statusCode() != 200 || !page.uri().toString().startsWith(base)) {
            throw new IllegalStateException("not signed in: " + page);
        }
        return client;
    }

    /** Milliseconds of each page, in order. */
    private double[] pages(HttpClient person) throws Exception {
        double[] times = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            HttpResponse<String> page =
                    person.send(html(base + SHOWN.get(i % SHOWN.size()) + days()), BodyHandlers.ofString());
            times[i] = (System.nanoTime() - start) / 1e6;
            if (page.statusCode() != 200) {
                System.out.println("  " + page);
            }
            Thread.sleep(50);
        }
        Arrays.sort(times);
        return times;
    }

    private synchronized String days() {
        LocalDate from = LocalDate.now().minusDays(60L + random.nextInt(500));
        return "?from=" + from + "&to=" + from.plusDays(20L + random.nextInt(40));
    }

    private static HttpRequest html(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html,*/*;q=0.8")
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends each cookie everywhere: that of localhost is marked for TLS, and browsers take it without. */
    private static final class AllCookies extends CookieHandler {
        private final Map<String, String> kept = new TreeMap<>();

        @Override
        public synchronized Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            String all = kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return Map.of("Cookie", List.of(all));
        }

        @Override
        public synchronized void put(URI uri, Map<String, List<String>> headers) {
            headers.forEach((name, values) -> {
                if (name.equalsIgnoreCase("Set-Cookie")) {
                    for (String value : values) {
                        String[] cookie = value.split(";", 2)[0].split("=", 2);
                        kept.put(cookie[0], cookie[1]);
                        if (cookie[1].isEmpty() || value.contains("Max-Age=0")) {
                            kept.remove(cookie[0]);
                        }
                    }
                }
            });
        }
    }

    private final class Flood {
        private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> senders = new ArrayList<>();
        private final long begun = System.nanoTime();
        private long ended;

        Flood(String key) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int i = 0; i < CONNECTIONS; i++) {
                Thread sender = new Thread(() -> send(client, key), "flood-" + i);
                sender.start();
                senders.add(sender);
            }
        }

        private void send(HttpClient client, String key) {
            for (int i = 0; !over.get(); i++) {
                try {
                    HttpRequest request = HttpRequest.newBuilder(
                                    URI.create(base + FLOOD.get(i % FLOOD.size()) + days()))
                            .header("Authorization", "Bearer " + key)
                            .timeout(Duration.ofSeconds(60))
                            .build();
                    int status = client.send(request, BodyHandlers.discarding()).statusCode();
                    answers.computeIfAbsent(status, first -> new LongAdder()).increment();
                } catch (java.io.IOException e) {
                    answers.computeIfAbsent(0, first -> new LongAdder()).increment();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        Map<Integer, Long> end() throws InterruptedException {
            over.set(true);
            ended = System.nanoTime();
            for (Thread sender : senders) {
                sender.join();
            }
            Map<Integer, Long> counted = new TreeMap<>();
            answers.forEach((status, count) -> counted.put(status, count.sum()));
            return counted;
        }

        long seconds() {
            return Duration.ofNanos(ended - begun).toSeconds();
        }
    }
}
