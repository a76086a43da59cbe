package dev.rapport.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of a list that one reorders by buttons. */
public final class ListOrder {
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
}
