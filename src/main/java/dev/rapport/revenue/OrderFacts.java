package dev.rapport.revenue;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.id;
import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;
import static dev.rapport.fact.FactField.truth;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactRow;
import dev.rapport.fact.FactTable;
import dev.rapport.fact.FactType;
import dev.rapport.fact.KeyRepeat;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.WholeFileRule;
import dev.rapport.slice.Dimension;
import java.util.List;

/** Describes lines of orders, and what was given back of them. */
public final class OrderFacts extends FactType {
    /** What the state of a row's order or payment says of its money. */
    public static final String ORDER = "order";

    public static final String REFUND = "refund";
    public static final String REFUNDED = "refunded";
    public static final String PARTLY = "partly_refunded";
    public static final String NONE = "none";

    /** Words for what became of an order or a payment, and for rows that are none. */
    private static final String[] STATES = {
        ORDER,
        "orders|sale|sales|purchase|payment|charge|invoice|paid|complete|completed|succeeded|success|successful|captured"
                + "|settled|shipped|delivered|fulfilled|processing|in progress|ready|open|closed|confirmed|accepted|approved"
                + "|authorized|authorised|partially paid|partially fulfilled|partially shipped|dispatched|ok|done|active"
                + "|wc completed|wc processing|website payment|payment received"
                + "|bezahlt|abgeschlossen|versandt|bestellung|payé|payée|expédié|commande|pagado|pagada|enviado|pedido|pago",
        REFUND,
        "refunds|payment refund|partial refund of payment|return|returns|credit|credit note|credit memo|creditmemo|chargeback|reversal|gutschrift|erstattung|retoure"
                + "|storno|avoir|remboursement|retour|devolución|devolucion|reembolso|rimborso|reso|terugbetaling",
        REFUNDED,
        "fully refunded|wc refunded|returned|charged back|erstattet|remboursé|remboursée|reembolsado|rimborsato",
        PARTLY,
        "partially refunded|partial refund|partly refunded|partial refunded|teilweise erstattet|partiellement remboursé",
        NONE,
        "cancelled|canceled|void|voided|failed|failure|declined|denied|rejected|expired|error|abandoned|incomplete|draft"
                + "|payout|payouts|transfer|withdrawal|deposit|bank deposit|fee|fees|stripe fee|topup|top up|general withdrawal"
                + "|currency conversion|general currency conversion|wc cancelled|wc failed|trash|deleted|test|invalid|blocked|uncaptured|not paid|payment failed|storniert|abgebrochen|fehlgeschlagen"
                + "|annulé|annulée|échoué|cancelado|cancelada|fallido|annullato|geannuleerd"
    };

    private static final FactTable TABLE = FactTable.named("order_line")
            .family("revenue")
            .times("at")
            // an order happens when its first line does: a line more or less can move it
            .together("order_key")
            .counted("at", "refunded_at")
            // two shops may give one number to two orders
            .column("order_key", "s.f_order || suffix")
            .person()
            .channel()
            .column("at")
            .column("product")
            .column("category")
            .column("quantity")
            .column("amount")
            .column("cancelled_at", "s.f_cancelled")
            .column("campaign")
            .column("refund", "coalesce(s.f_refund, false)")
            .column("refunded")
            .column("refunded_at")
            .column("shipping")
            .column("tax")
            .column("currency")
            .column("original")
            .column("rate");

    private static final List<FactField> FIELDS = List.of(
            SharedFields.KEY.like("line id|order line id|item id|line item id"),
            id("order")
                    .need()
                    .like("order id|order number|order no|order #|invoice|invoice no|invoice number|invoice id"
                            + "|transaction id|payment id|charge id|name|id"),
            SharedFields.CUSTOMER,
            SharedFields.EMAIL.like("billing email", "buyer email", "contact email"),
            id("phone").like("phone number|mobile|telephone|billing phone|customer phone"),
            SharedFields.AT
                    .need()
                    .like("order date|ordered at|invoice date|purchase date|order time|created date"
                            + "|date created|order created|payment date|transaction date|sale date|created|paid at"),
            text("product", 500)
                    .names(Dimension.PRODUCT)
                    .like("description|product name|lineitem name|item|item name|sku|stock code|product id"),
            text("category", 300)
                    .names(Dimension.CATEGORY)
                    .like("product category|product categories|category name|categories|item category|lineitem category"
                            + "|product type|item type|lineitem type|product group|item group|department|main category"
                            + "|category path|kategorie|produktkategorie|warengruppe|catégorie|categoría|categoria"
                            + "|categorie"),
            decimal("quantity").like("qty|units|lineitem quantity|item quantity|quantity ordered"),
            decimal("price").like("unit price|item price|lineitem price|price each|unit cost"),
            decimal("amount")
                    .like("total|line total|revenue|order total|sales|value|net amount|net total|net sales"
                            + "|total amount|order amount|order value|total price|grand total|amount paid"
                            + "|total paid|subtotal|total sales|gross|order total amount|gross amount|gross sales"),
            decimal("total").like("total including tax", "total charged"),
            SharedFields.CURRENCY,
            decimal("discount")
                    .like("discount amount|total discount|discounts|total discounts|line discount"
                            + "|lineitem discount|order discount|cart discount|cart discount amount|coupon amount"
                            + "|discount total|discount %|discount percent|discount rate|discount value|rabatt"
                            + "|remise|descuento|sconto|korting"),
            decimal("shipping")
                    .like("shipping cost|shipping costs|shipping amount|shipping price|shipping total"
                            + "|shipping fee|total shipping|order shipping|order shipping amount|delivery"
                            + "|delivery cost|delivery fee|postage|freight|versand|versandkosten|frais de port"),
            decimal("tax")
                    .like("taxes|tax amount|total tax|order tax|sales tax|vat|vat amount|gst|order tax amount"
                            + "|order total tax amount|total taxes|mwst|ust|tva|iva|btw"),
            decimal("refunded")
                    .like("refunded amount|amount refunded|refund|refund amount|refund total|refunds"
                            + "|total refunded|total refunds|order refund amount|returned amount|erstattet"
                            + "|remboursé|reembolso"),
            moment("refunded_at").like("refund date|refunded date|refunded on|date refunded|refund time|returned at"),
            choice("status", STATES)
                    .like("financial status|payment status|order status|transaction status|state|order state"
                            + "|payment state"),
            choice("type", STATES).like("transaction type|order type|record type|row type|kind|typ"),
            id("refund_of")
                    .like("original order|original order id|original order number|parent order|parent order id"
                            + "|parent order number|refunded order|refund for|original invoice|credited invoice"
                            + "|parent id"),
            decimal("converted").like("converted amount"),
            text("converted_currency", 60),
            SharedFields.CHANNEL,
            moment("cancelled").like("cancelled at|canceled at|cancelled date|cancelled on|voided at"),
            text("campaign", 300).names(Dimension.CAMPAIGN).like("utm campaign"),
            truth("refund").worked(),
            SharedFields.ORIGINAL,
            SharedFields.RATE);

    public OrderFacts() {
        super(FactOutline.of("orders", FIELDS)
                .table(TABLE)
                .person(PersonRule.NEEDED)
                .repeat(KeyRepeat.EACH)
                .wholeFileRule(WholeFileRule.ORDER_LINE)
                .varied()
                .telling("order", "product", "quantity", "price", "amount")
                .comesHome(
                        "at key>order person>customer channel amount lines> campaign",
                        "at key>order person>customer channel campaign amount")
                .figures("revenue", "orders", "aov"));
    }

    @Override
    public void complete(FactRow row) {
        if (row.endsBefore("cancelled", "at")) {
            // cancelled all the same: only when is not known
            row.set("cancelled", row.get("at"));
        }
        if (row.endsBefore("refunded_at", "at")) {
            row.set("refunded_at", row.get("at"));
        }
    }
}
