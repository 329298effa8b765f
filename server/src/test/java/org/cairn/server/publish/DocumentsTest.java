package org.cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Statements;
import org.cairn.server.offering.Offerings;
import org.cairn.server.operate.CairnSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class DocumentsTest {
    @Autowired
    MockMvc web;

    @Autowired
    Specs specs;

    @Autowired
    Offerings offerings;

    @Autowired
    Statements statements;

    @Autowired
    CairnSettings settings;

    @Autowired
    Fixtures fixtures;

    private Acting designer;
    private SpecVersionId version;
    private String path = "";

    @BeforeEach
    void aPublishedVersion() {
        designer = fixtures.acting(fixtures.anInstitution(), Role.DESIGNER);
        version = specs.publish(
                designer,
                specs.create(designer, PublishFixtures.aFullContent()),
                Optional.of("A spec for tests; nobody earns it in earnest."));
        path = "/catalogue/" + version;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/ld+json | ceterms:MicroCredential",
                "application/ld+json;profile=\"https://purl.org/ctdl/terms/\" | ceterms:MicroCredential",
                "application/ld+json;profile=\"http://data.europa.eu/snb/model/elm/\" | Qualification",
                "application/ld+json;profile=\"https://other.example/ https://schema.org/\" | EducationalOccupationalCredential",
                "application/ld+json;q=0.4,application/ld+json;profile=\"https://schema.org/\";q=0.8 | EducationalOccupationalCredential"
            })
    void the_address_of_a_version_speaks_the_format_that_is_asked_for(String accept, String type) throws Exception {
        web.perform(get(path).header(HttpHeaders.ACCEPT, accept))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/ld+json"))
                .andExpect(header().string(HttpHeaders.VARY, containsString("Accept")))
                .andExpect(content().string(containsString("type\":\"" + type + "\"")));
    }

    @Test
    void browsers_get_the_page_and_programs_the_content_as_before() throws Exception {
        web.perform(get(path)
                        .header(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content()
                        .string(containsString("<link rel=\"alternate\" type=\"application/ld+json\" href=\"" + path
                                + "/elm.jsonld\"")))
                .andExpect(content().string(containsString(path + "/ctdl.losses.json")));
        web.perform(get(path).accept(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.content.title.en").value("Reading maps"));
    }

    @ParameterizedTest
    @CsvSource({"image/png", "application/ld+json;profile=\"https://unknown.example/\"", "application/n-triples"})
    void what_nobody_here_speaks_is_not_acceptable(String accept) throws Exception {
        web.perform(get(path).header(HttpHeaders.ACCEPT, accept))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().string(containsString("no answer of the kind")));
    }

    @Test
    void each_format_has_an_address_of_its_own_with_links_to_its_losses() throws Exception {
        for (var format : Format.values()) {
            var losses = path + "/" + format.slug() + ".losses.json";
            web.perform(get(path + "/" + format.slug() + ".jsonld"))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("application/ld+json"))
                    .andExpect(header().string(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
                    .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("public")))
                    .andExpect(header().exists(HttpHeaders.LAST_MODIFIED))
                    .andExpect(header().stringValues(
                                    HttpHeaders.LINK, hasItem(containsString(losses + ">; rel=\"describedby\""))));
            web.perform(get(losses))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.format").value(format.name()))
                    .andExpect(
                            jsonPath("$.lost[?(@.path=='nationalLevel')].why").isNotEmpty());
        }
    }

    @Test
    void a_document_is_sent_again_only_when_it_changed() throws Exception {
        var address = path + "/ctdl.jsonld";
        var first = web.perform(get(address)).andReturn().getResponse();
        var tag = Objects.requireNonNull(first.getHeader(HttpHeaders.ETAG));
        var date = Objects.requireNonNull(first.getHeader(HttpHeaders.LAST_MODIFIED));

        assertThat(tag).startsWith("\"");
        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isNotModified());
        web.perform(get(address).header(HttpHeaders.IF_MODIFIED_SINCE, date)).andExpect(status().isNotModified());
        web.perform(get(address)).andExpect(header().string(HttpHeaders.LAST_MODIFIED, is(date)));

        offerings.open(designer, version, PublishFixtures.aClass().terms());
        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ceterms:LearningOpportunityProfile")));
    }

    @Test
    void a_document_is_packed_where_wished() throws Exception {
        web.perform(get(path + "/elm.jsonld").header(HttpHeaders.ACCEPT_ENCODING, "gzip"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_ENCODING, "gzip"))
                .andExpect(header().string(HttpHeaders.ETAG, containsString("-gzip")));
    }

    @Test
    void a_version_that_was_replaced_links_to_the_newer_one() throws Exception {
        var spec = specs.published(version).orElseThrow().spec();
        var draft = specs.draft(designer.organisationId(), spec);
        specs.saveDraft(
                designer,
                spec,
                draft.content().withSkill(draft.content().entrySkills().getFirst()),
                draft.revision());
        var newer = specs.publish(designer, spec, Optional.of("A spec for tests; nobody earns it in earnest."));

        web.perform(get(path + "/ctdl.jsonld"))
                .andExpect(header().stringValues(
                                HttpHeaders.LINK,
                                hasItem(containsString("/catalogue/" + newer + ">; rel=\"successor-version\""))))
                .andExpect(content().string(containsString("credentialStat:Superseded")));
        web.perform(get("/catalogue/" + newer + "/ctdl.jsonld"))
                .andExpect(header().stringValues(
                                HttpHeaders.LINK, hasItem(containsString(path + ">; rel=\"predecessor-version\""))));
    }

    @Test
    void an_institution_and_a_quality_body_are_told_in_ctdl_and_others_are_not_there() throws Exception {
        var school = "/issuers/" + designer.organisation().slug();
        var body = "/issuers/"
                + fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY).slug();
        var employer = "/issuers/"
                + fixtures.anOrganisation(Organisation.Kind.EMPLOYER).slug();

        web.perform(get(school + "/ctdl.jsonld"))
                .andExpect(status().isOk())
                .andExpect(header().exists(HttpHeaders.LAST_MODIFIED))
                .andExpect(jsonPath("$['@graph'][0]['@type']").value("ceterms:CredentialOrganization"))
                .andExpect(jsonPath("$['@graph'][0]['ceterms:ctid']").value("ce-" + designer.organisationId()));
        web.perform(get(school).accept("application/ld+json"))
                .andExpect(content().contentType("application/ld+json"));
        web.perform(get(body + "/ctdl.jsonld"))
                .andExpect(jsonPath("$['@graph'][0]['@type']").value("ceterms:QACredentialOrganization"));
        web.perform(get(employer + "/ctdl.jsonld")).andExpect(status().isNotFound());
    }

    @Test
    void what_a_quality_body_signed_is_told_until_it_is_withdrawn() throws Exception {
        var body = fixtures.acting(fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY), Role.ADMIN);
        var type = Optional.of("ApprovalCredential");
        var facts = Map.<String, JsonValue>of("accreditedFrom", Json.PROVIDER.createValue("2020-01-01"));
        var statement = statements.sign(
                body,
                new Statements.Wish(
                        settings.address(path),
                        "Approval",
                        Optional.empty(),
                        Optional.empty(),
                        type,
                        Statements.terms(type, facts)));

        var approval = "/statements/" + statement;
        web.perform(get(path + "/ctdl.jsonld"))
                .andExpect(jsonPath("$['@graph'][0]['ceterms:approvedBy'][0]")
                        .value(containsString("/issuers/" + body.organisation().slug())))
                .andExpect(content().string(containsString(approval)));
        web.perform(get(path + "/elm.jsonld")).andExpect(content().string(containsString(approval)));

        statements.withdraw(body, statement, "Said too early");
        web.perform(get(path + "/ctdl.jsonld")).andExpect(content().string(not(containsString(approval))));
    }

    @ParameterizedTest
    @CsvSource({
        "/catalogue/{}/ctdl.jsonld",
        "/catalogue/{}/elm.jsonld",
        "/catalogue/{}/schema.jsonld",
        "/catalogue/{}/ctdl.losses.json",
        "/catalogue/nonsense/ctdl.jsonld",
        "/issuers/nobody-at-all/ctdl.jsonld"
    })
    void what_is_not_there_is_told_as_a_problem(String address) throws Exception {
        web.perform(get(address.replace("{}", UUID.randomUUID().toString())))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void an_unknown_format_has_no_losses() throws Exception {
        web.perform(get(path + "/rdf.losses.json")).andExpect(status().isNotFound());
    }

    @Test
    void the_doors_are_described_for_programs() throws Exception {
        web.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/feed/{format}'].get.summary").isNotEmpty())
                .andExpect(jsonPath("$.paths['/catalogue/{id}/elm.jsonld'].get.summary")
                        .isNotEmpty())
                .andExpect(jsonPath("$.paths['/feed/{format}'].get.parameters[?(@.name=='since')].description")
                        .isNotEmpty());
    }
}
