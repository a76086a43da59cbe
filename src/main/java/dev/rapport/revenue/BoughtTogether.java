package dev.rapport.revenue;

import dev.rapport.metric.CountedShare;
import dev.rapport.metric.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Counts which products the same people buy: of those who bought one, how many bought another one too, beside how many of
 * all buyers did. It is counted, not modelled. Source: [V8], which recommends by what like customers do.
 *
 * @param buyers who bought each product
 * @param all who bought anything
 */
public record BoughtTogether(Map<String, RoaringBitmap> buyers, RoaringBitmap all) {
    /** The most bought; pairs grow with their square. */
    private static final int MOST = 200;

    /**
     * @param bought which product; empty: whoever is like this customer
     * @param share of its buyers who bought the other one too, {@code everybody} that of all buyers
     */
    public record Offer(String bought, String product, CountedShare share, CountedShare everybody) {
        /** Whether it is bought together by more than chance, by 30 buyers or more. */
        public boolean stands() {
            return share.isClearlyAbove(everybody);
        }

        double sureShare() {
            return share.figure().interval().map(interval -> interval.low()).orElse(0.0);
        }
    }

    /** People and the products that they bought, one after the other. */
    static BoughtTogether of(Stream<Map.Entry<String, Integer>> purchases) {
        Map<String, RoaringBitmap> buyers = new HashMap<>();
        RoaringBitmap all = new RoaringBitmap();
        purchases.forEach(purchase -> {
            buyers.computeIfAbsent(purchase.getKey(), product -> new RoaringBitmap())
                    .add(purchase.getValue());
            all.add(purchase.getValue());
        });
        return new BoughtTogether(buyers, all);
    }

    /** Every pair of products that somebody bought both of, the surest first. */
    public List<Offer> pairs() {
        List<String> products = mostBought();
        List<Offer> offers = new ArrayList<>();
        for (String bought : products) {
            for (String product : products) {
                if (!bought.equals(product) && RoaringBitmap.intersects(of(bought), of(product))) {
                    offers.add(offer(bought, of(bought), product));
                }
            }
        }
        offers.sort(inOrder());
        return offers;
    }

    /**
     * What to offer somebody next: each product that they have not bought, once, for the surest reason.
     *
     * @param person who is left out of all counts, @param theirs what they have ever bought, @param alike who is like them
     */
    public List<Offer> next(int person, Set<String> theirs, RoaringBitmap alike, int most) {
        RoaringBitmap like = RoaringBitmap.and(alike, all);
        List<Offer> offers = new ArrayList<>();
        for (String product : mostBought()) {
            if (!theirs.contains(product)) {
                Stream<Offer> reasons = Stream.concat(
                        theirs.stream().map(bought -> offer(bought, without(of(bought), person), product)),
                        Stream.of(offer("", without(like, person), product)));
                Optional<Offer> best = reasons.filter(each -> each.share().whole() >= Figure.FEW
                                && each.share().part() > 0)
                        .max(Comparator.comparing(Offer::sureShare));
                best.ifPresent(offers::add);
            }
        }
        offers.sort(inOrder());
        return offers.subList(0, Math.min(most, offers.size()));
    }

    private Offer offer(String bought, RoaringBitmap group, String product) {
        return new Offer(
                bought,
                product,
                new CountedShare(RoaringBitmap.andCardinality(group, of(product)), group.getLongCardinality()),
                new CountedShare(of(product).getLongCardinality(), all.getLongCardinality()));
    }

    private static RoaringBitmap without(RoaringBitmap group, int person) {
        RoaringBitmap others = group.clone();
        others.remove(person);
        return others;
    }

    private RoaringBitmap of(String product) {
        return buyers.getOrDefault(product, new RoaringBitmap());
    }

    private List<String> mostBought() {
        return buyers.keySet().stream()
                .sorted(Comparator.comparing((String product) -> -of(product).getLongCardinality())
                        .thenComparing(product -> product))
                .limit(MOST)
                .toList();
    }

    private static Comparator<Offer> inOrder() {
        return Comparator.comparing(Offer::sureShare)
                .reversed()
                .thenComparing(Offer::product)
                .thenComparing(Offer::bought);
    }
}
