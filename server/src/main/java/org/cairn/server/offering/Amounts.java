package org.cairn.server.offering;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// Amounts of money as a reader writes them.
public final class Amounts {
    private Amounts() {}

    /// @param currency ISO 4217 code
    public static String of(BigDecimal amount, String currency, Locale locale) {
        var money = Currency.getInstance(currency);
        var form = NumberFormat.getCurrencyInstance(locale);
        form.setCurrency(money);
        // A format keeps the decimals of its own country's money.
        form.setMinimumFractionDigits(money.getDefaultFractionDigits());
        form.setMaximumFractionDigits(money.getDefaultFractionDigits());
        return form.format(amount);
    }
}
