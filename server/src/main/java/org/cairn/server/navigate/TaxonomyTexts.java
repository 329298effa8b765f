package org.cairn.server.navigate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Component;

@Component
class TaxonomyTexts implements TextReader {
    static final int LONGEST = 50_000;

    @Override
    public Reading read(String text, Locale locale) {
        if (text.isBlank()) {
            throw new InputException(Fault.of("text", "navigate.text.empty"));
        }
        if (text.length() > LONGEST) {
            throw new InputException(Fault.of("text", "navigate.text.long", LONGEST));
        }
        List<Found> none = new ArrayList<>();
        return new Reading.Done(none, true);
    }
}
