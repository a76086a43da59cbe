package dev.rapport.demo.data;

import java.util.Map;

/** Holds the ids under which the database knows what the facts refer to. */
record ReferenceIds(
        int importId,
        Map<String, Integer> channels,
        Map<VisitOrigin, Integer> sources,
        Map<String, Integer> pages,
        Map<String, Integer> events,
        Map<String, Integer> surveys) {
    int channel(String key) {
        return number(channels, key);
    }

    int page(String path) {
        return number(pages, path);
    }

    int event(String name) {
        return number(events, name);
    }

    int survey(String key) {
        return number(surveys, key);
    }

    int source(VisitOrigin source) {
        return number(sources, source);
    }

    private static <K> int number(Map<K, Integer> ids, K key) {
        Integer number = ids.get(key);
        if (number == null) {
            throw new IllegalStateException("the demo data's words have no " + key);
        }
        return number;
    }
}
