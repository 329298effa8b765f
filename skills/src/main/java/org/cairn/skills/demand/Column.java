package org.cairn.skills.demand;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a column of a table or a property of an object says, by the names that portals and schema.org use.
enum Column {
    REFERENCE("id", "reference", "ref", "jobid", "postingid", "identifier", "vacancyid", "externalid", "jobref"),
    TITLE("title", "jobtitle", "position", "positiontitle", "headline", "name"),
    TEXT("text", "description", "body", "content", "jobdescription", "details", "fulltext"),
    EMPLOYER(
            "employer", "company", "companyname", "employername", "organisation", "organization", "hiringorganization"),
    LOCATION("joblocation", "location"),
    COUNTRY("country", "countrycode", "addresscountry", "locationcountry", "idcountry"),
    SUBDIVISION("subdivision", "region", "state", "province", "addressregion", "locationregion", "idregion"),
    LANGUAGE("language", "lang", "inlanguage", "languagecode"),
    POSTED(
            "posted",
            "dateposted",
            "posteddate",
            "date",
            "publicationdate",
            "published",
            "publishedat",
            "created",
            "grabdate"),
    CLOSES("closes", "validthrough", "expires", "expirydate", "expiredate", "deadline", "closingdate"),
    URL("url", "link", "joburl", "sourceurl"),
    SOURCE("source", "origin", "portal", "site", "sourcename"),
    /// Further words about what is asked for, put behind the text.
    MORE(
            "skills",
            "skill",
            "occupationalcategory",
            "category",
            "qualifications",
            "responsibilities",
            "experiencerequirements",
            "educationrequirements");

    private static final Map<String, Column> BY_NAME = byName();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /// The column of that heading, however it is spelled: `Date posted`, `date_posted` and `datePosted` are one.
    static Optional<Column> of(String heading) {
        return Optional.ofNullable(BY_NAME.get(plain(heading)));
    }

    private static String plain(String heading) {
        StringBuilder plain = new StringBuilder();
        heading.toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(80)
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Map<String, Column> byName() {
        Map<String, Column> columns = new HashMap<>();
        Arrays.stream(values()).forEach(column -> column.names.forEach(name -> columns.put(name, column)));
        return Map.copyOf(columns);
    }
}
