package org.cairn.skills.taxonomy;

import java.io.IOException;
import java.nio.file.Path;

/// Opens what somebody hands in without saying which publisher it comes from.
public final class Distributions {
    private Distributions() {}

    /// ESCO's CSV files or O\*NET's text files, in a folder, in the zip files of a folder or in one zip file.
    ///
    /// @throws TaxonomyException when it is neither
    public static Distribution open(Path place) throws IOException, TaxonomyException {
        try {
            return EscoCsv.open(place);
        } catch (TaxonomyException notEsco) {
            try {
                return OnetText.open(place);
            } catch (TaxonomyException notOnet) {
                if (String.valueOf(notOnet.getMessage()).equals(notEsco.getMessage())) {
                    // Neither got as far as its own files.
                    throw notOnet;
                }
                throw new TaxonomyException(
                        "Neither ESCO nor O*NET. " + notEsco.getMessage() + " " + notOnet.getMessage(), notOnet);
            }
        }
    }
}
