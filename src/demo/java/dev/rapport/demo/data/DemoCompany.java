package dev.rapport.demo.data;

import java.util.List;
import java.util.Map;

/** Describes the invented company: cash registers for small shops, by subscription, with a shop for the hardware. */
final class DemoCompany {
    record Product(String key, String name, String category, long cents) {}

    /** A button that a page has. @param perMille of its views in which it is clicked */
    record Button(String text, int perMille) {}

    private static final String CASH = "Cash";
    private static final String CARDS = "Card payment";
    private static final String PAPER = "Paper";
    private static final String COUNTER = "Counter";

    static final List<Product> PRODUCTS = List.of(
            new Product("receipt-rolls", "Receipt rolls, 20", PAPER, 18_90),
            new Product("labels", "Label rolls, 12", PAPER, 24_50),
            new Product("starter-kit", "Starter kit", COUNTER, 189_00),
            new Product("card-reader", "Card reader", CARDS, 59_00),
            new Product("barcode-scanner", "Barcode scanner", COUNTER, 79_00),
            new Product("cash-drawer", "Cash drawer", CASH, 84_00),
            new Product("receipt-printer", "Receipt printer", COUNTER, 149_00),
            new Product("tablet-stand", "Tablet stand", COUNTER, 44_90),
            new Product("customer-display", "Customer display", CARDS, 119_00),
            new Product("gift-cards", "Gift cards, 100", "Gift cards", 39_00));
    static final double[] PRODUCT_WEIGHTS = {24, 18, 5, 13, 8, 5, 6, 8, 3, 10};

    /** Hardly anybody pays in cash there. */
    private static final String CASHLESS = "nordics";

    private static final double[] CASHLESS_WEIGHTS = {18, 18, 5, 44, 8, 0.4, 5, 8, 12, 10};

    /** What shops of a region buy. */
    static double[] weights(String region) {
        return region.equals(CASHLESS) ? CASHLESS_WEIGHTS : PRODUCT_WEIGHTS;
    }

    /** Who came for the prize sees the button of the trial and leaves it alone. */
    static final Map<String, Button> BUTTONS = Map.of(
            "/", new Button("See how it works", 110),
            "/features", new Button("See prices", 150),
            "/pricing", new Button("Start free trial", 130),
            "/giveaway", new Button("Start free trial", 6),
            "/blog/opening-a-second-shop", new Button("Download the checklist", 70));

    static final String BUTTON_CLICKED = "button_clicked";

    static final List<String> SITE = List.of(
            "/",
            "/features",
            "/features/inventory",
            "/features/payments",
            "/features/reports",
            "/pricing",
            "/shop",
            "/blog",
            "/blog/stocktaking-in-an-hour",
            "/blog/opening-a-second-shop",
            "/blog/loyalty-cards-that-work",
            "/resources/opening-checklist",
            "/about",
            "/contact");
    static final double[] SITE_WEIGHTS = {10, 12, 7, 6, 5, 12, 15, 7, 5, 4, 4, 6, 3, 4};

    static final List<String> HELP = List.of(
            "/help",
            "/help/first-steps",
            "/help/connect-a-printer",
            "/help/import-products",
            "/help/refunds",
            "/help/invoices");
    static final double[] HELP_WEIGHTS = {10, 8, 6, 5, 4, 4};

    static final List<String> PRODUCT =
            List.of("/app/today", "/app/sales", "/app/inventory", "/app/customers", "/app/reports", "/app/settings");
    static final double[] PRODUCT_WEIGHTS_OF_PAGES = {12, 14, 11, 6, 8, 3};

    static final List<String> OTHER_PAGES =
            List.of("/giveaway", "/sign-up", "/welcome", "/cart", "/checkout", "/thank-you");

    /** What people do in the product: key events. */
    static final List<String> FEATURES = List.of(
            "sale_recorded", "stock_counted", "report_exported", "invoice_sent", "discount_created", "shift_closed");

    static final String DISCOUNTS = "discount_created";

    /** How people call them. */
    static final List<String> FEATURE_NAMES =
            List.of("Record sales", "Count stock", "Export reports", "Send invoices", "Discounts", "Close shifts");

    static final double[] FEATURE_WEIGHTS = {30, 11, 9, 8, 4, 12};

    static final List<String> OTHER_EVENTS = List.of(
            "page_view",
            "screen_view",
            "sign_up",
            "trial_started",
            "newsletter_signup",
            "download",
            "add_to_cart",
            "purchase",
            BUTTON_CLICKED);

    static final List<String> REGIONS =
            List.of("nordics", "dach", "benelux", "uk-ireland", "southern-europe", "central-europe");
    static final double[] REGION_WEIGHTS = {14, 26, 15, 20, 15, 10};
    static final List<String> SIZES = List.of("1", "2-9", "10-49", "50+");
    static final List<String> INDUSTRIES = List.of("fashion", "food", "gifts", "books", "sports", "home", "beauty");

    static final List<String> FIRST_NAMES = List.of(
            "Anna", "Ben", "Clara", "David", "Elena", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Katja", "Liam", "Maja",
            "Noah", "Olga", "Paul", "Rosa", "Samuel", "Tilda", "Viktor", "Wanda", "Aisha", "Bruno", "Chiara", "Emre",
            "Freya", "Ivan", "Leila", "Mateo", "Nadia", "Oscar", "Petra", "Rafael", "Sofia", "Tomas", "Yara");
    static final List<String> LAST_NAMES = List.of(
            "Andersen",
            "Bakker",
            "Costa",
            "Dubois",
            "Eriksson",
            "Fischer",
            "Garcia",
            "Hansen",
            "Ivanov",
            "Janssen",
            "Kowalski",
            "Larsen",
            "Moreau",
            "Novak",
            "O'Brien",
            "Petrov",
            "Quinn",
            "Rossi",
            "Schmidt",
            "Taylor",
            "Urban",
            "Virtanen",
            "Weber",
            "Yilmaz",
            "Zimmermann",
            "Brandt",
            "Dahl",
            "Evans",
            "Ferrari",
            "Horvat",
            "Keller",
            "Lindberg",
            "Murphy",
            "Silva");

    private DemoCompany() {}
}
