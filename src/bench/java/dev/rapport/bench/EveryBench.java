package dev.rapport.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for every figure in every shape, and for every page that links lead to: each once, and once more. */
final class EveryBench {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<=/)\\d+(?=/|$)");
    private static final Pattern FILE = Pattern.compile("\\.(csv|json|css|js|svg|png|ico|woff2|webmanifest|txt)$");
    private static final Pattern READ = Pattern.compile("(\\w+);desc=(\\d+)");
    /** What ends the session or asks another server. */
    private static final List<String> ELSEWHERE = List.of("/sign-out", "/logout", "/q/");

    private static final int MOST_PAGES = 200;
    private static final long SEED = 20;

    private final Client people;
    private final Client programs;

    EveryBench(Client people, Client programs) {
        this.people = people;
        this.programs = programs;
    }

    /** In an order that puts no metric's shapes one after another. */
    List<EveryAnswer> metrics() throws Exception {
        List<EveryQuestion> questions = new ArrayList<>(EveryQuestion.ofMetrics());
        Collections.shuffle(questions, new Random(SEED));
        List<EveryAnswer> answers = new ArrayList<>();
        for (EveryQuestion question : questions) {
            answers.add(ask(programs, question, "*/*").answer);
        }
        return answers;
    }

    /** As found by the links of pages, from the overview on; of pages that differ by a number only, one. */
    List<EveryAnswer> pages() throws Exception {
        Set<String> known = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/overview"));
        List<EveryAnswer> answers = new ArrayList<>();
        while (!open.isEmpty() && answers.size() < MOST_PAGES) {
            String path = open.poll();
            if (known.add(NUMBER.matcher(path).replaceAll("1"))) {
                Asked asked = ask(people, EveryQuestion.ofPage(path), "text/html");
                answers.add(asked.answer);
                open.addAll(links(asked.response));
            }
        }
        return answers;
    }

    private static List<String> links(HttpResponse<byte[]> page) {
        List<String> links = new ArrayList<>();
        if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            Matcher link = LINK.matcher(new String(page.body(), StandardCharsets.UTF_8));
            while (link.find()) {
                String path = link.group(1).replaceAll("\\?.*", "");
                if (!FILE.matcher(path).find() && ELSEWHERE.stream().noneMatch(path::startsWith)) {
                    links.add(path);
                }
            }
        }
        return links;
    }

    private record Asked(EveryAnswer answer, HttpResponse<byte[]> response) {}

    private static Asked ask(Client client, EveryQuestion question, String accept) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<byte[]> first = client.response(question.path(), accept);
        long middle = System.nanoTime();
        client.response(question.path(), accept);
        long end = System.nanoTime();
        return new Asked(
                new EveryAnswer(
                        question, first.statusCode(), (middle - begin) / 1e6, (end - middle) / 1e6, reads(first)),
                first);
    }

    private static Map<String, Long> reads(HttpResponse<byte[]> response) {
        Map<String, Long> reads = new LinkedHashMap<>();
        response.headers().allValues("Server-Timing").forEach(header -> {
            Matcher read = READ.matcher(header);
            while (read.find()) {
                reads.merge(read.group(1), Long.parseLong(read.group(2)), Long::sum);
            }
        });
        return reads;
    }
}
