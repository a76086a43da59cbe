package dev.rapport.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Moves items of a list that one reorders by buttons. */
public final class ListOrder {
    private static final int APART = 10;

    private ListOrder() {}

    /** The list with one element moved up ({@code "up"}) or down by one place; at the end it stays. */
    public static <T> List<T> moved(List<T> list, T element, String direction) {
        List<T> moved = new ArrayList<>(list);
        int from = moved.indexOf(element);
        int to = from + ("up".equals(direction) ? -1 : 1);
        if (from >= 0 && to >= 0 && to < moved.size()) {
            Collections.swap(moved, from, to);
        }
        return moved;
    }

    /** Moves an element likewise, and gives each its position anew, with room for others between. */
    public static <T> void move(List<T> list, T element, String direction, ObjIntConsumer<T> position) {
        int place = 0;
        for (T each : moved(list, element, direction)) {
            position.accept(each, place += APART);
        }
    }

    /** What the audit trail says of a direction that was sent. */
    public static String upOrDown(String direction) {
        return "up".equals(direction) ? "up" : "down";
    }
}
