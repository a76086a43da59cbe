package dev.rapport.dashboard.board;

import java.util.List;
import java.util.Optional;

/** Draws a trend small enough to stand beside its figure, as SVG paths in a box of 120 x 32. */
public record Sparkline(String line, String area) {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 32;
    private static final double MARGIN = 2;

    /** @param values in order; where there is no data the line breaks. Empty with less than two points to join. */
    static Optional<Sparkline> of(List<Optional<Double>> values) {
        List<Double> known = values.stream().flatMap(Optional::stream).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        double low = known.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = known.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        StringBuilder line = new StringBuilder();
        StringBuilder area = new StringBuilder();
        double step = WIDTH / (values.size() - 1);
        int start = -1;
        for (int i = 0; i <= values.size(); i++) {
            boolean point = i < values.size() && values.get(i).isPresent();
            if (point) {
                line.append(start < 0 ? 'M' : 'L')
                        .append(xy(i * step, y(values.get(i).get(), low, high)));
                area.append(start < 0 ? "M" + xy(i * step, HEIGHT) + "L" : "L")
                        .append(xy(i * step, y(values.get(i).get(), low, high)));
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                area.append('L').append(xy((i - 1) * step, HEIGHT)).append('Z');
                start = -1;
            }
        }
        return Optional.of(new Sparkline(line.toString(), area.toString()));
    }

    private static double y(double value, double low, double high) {
        double share = high == low ? 0.5 : (value - low) / (high - low);
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN);
    }

    private static String xy(double x, double y) {
        return tenths(x) + ' ' + tenths(y);
    }

    /** With one decimal; neither negative nor large. */
    private static String tenths(double value) {
        long tenths = Math.round(10 * value);
        return tenths / 10 + "." + tenths % 10;
    }
}
