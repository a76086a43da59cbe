package dev.rapport.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metric.CountedShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** Forty bought a lamp, thirty of them bulbs as well; sixty others bought a chair, six of them bulbs. */
class BoughtTogetherTest {
    private static final BoughtTogether SHOP = shop();

    private static BoughtTogether shop() {
        List<Map.Entry<String, Integer>> purchases = new ArrayList<>();
        for (int person = 1; person <= 100; person++) {
            purchases.add(Map.entry(person <= 40 ? "lamp" : "chair", person));
            if (person <= 30 || person > 94) {
                purchases.add(Map.entry("bulb", person));
            }
        }
        return BoughtTogether.of(purchases.stream());
    }

    @Test
    void pairsAreCountedAgainstEverybody() {
        List<BoughtTogether.Offer> pairs = SHOP.pairs();

        assertThat(pairs).hasSize(4);
        assertThat(pairs.get(0))
                .isEqualTo(
                        new BoughtTogether.Offer("bulb", "lamp", new CountedShare(30, 36), new CountedShare(40, 100)));
        assertThat(pairs.get(0).stands()).isTrue();
        assertThat(pairs.get(1))
                .isEqualTo(
                        new BoughtTogether.Offer("lamp", "bulb", new CountedShare(30, 40), new CountedShare(36, 100)));
        assertThat(pairs.get(3))
                .isEqualTo(
                        new BoughtTogether.Offer("chair", "bulb", new CountedShare(6, 60), new CountedShare(36, 100)));
        assertThat(pairs.get(3).stands()).isFalse();
    }

    /** 35 has a lamp alone: of the 39 others with one, 30 have bulbs. */
    @Test
    void nextIsWhatTheyDoNotHaveForTheSurestReason() {
        List<BoughtTogether.Offer> next = SHOP.next(35, Set.of("lamp"), RoaringBitmap.bitmapOfRange(31, 101), 5);

        assertThat(next.get(0).product()).isIn("bulb", "chair");
        assertThat(next)
                .contains(
                        new BoughtTogether.Offer("lamp", "bulb", new CountedShare(30, 39), new CountedShare(36, 100)),
                        // like customers: 60 of the 69 others from 31 to 100
                        new BoughtTogether.Offer("", "chair", new CountedShare(60, 69), new CountedShare(60, 100)))
                .hasSize(2);
        assertThat(SHOP.next(35, Set.of("lamp"), new RoaringBitmap(), 1)).hasSize(1);
    }

    @Test
    void ofWhoeverBoughtNothingOnlyLikeCustomersTell() {
        assertThat(SHOP.next(500, Set.of(), RoaringBitmap.bitmapOf(1, 2, 3), 5))
                .as("three are too few")
                .isEmpty();
        assertThat(SHOP.next(500, Set.of(), RoaringBitmap.bitmapOfRange(1, 41), 5))
                .extracting(BoughtTogether.Offer::product)
                .containsExactly("lamp", "bulb");
        assertThat(BoughtTogether.of(List.<Map.Entry<String, Integer>>of().stream())
                        .pairs())
                .isEmpty();
    }
}
