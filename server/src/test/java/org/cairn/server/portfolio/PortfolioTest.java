package org.cairn.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.credential.badge.Baking;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.issue.Credentials;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.portfolio.Learners.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class PortfolioTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    Learners learners;

    @Autowired
    void learners(AutowireCapableBeanFactory beans) {
        learners = beans.createBean(Learners.class);
    }

    @Autowired
    OwnShares shares;

    @Autowired
    Credentials credentials;

    @Autowired
    CairnSettings settings;

    @Test
    void shows_what_one_holds_in_the_readers_language() throws Exception {
        var learner = learners.aLearner();

        http.perform(get("/portfolio").with(fixtures.as(learner.person())).header("Accept-Language", "es"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Primeros auxilios en el mar")))
                .andExpect(content().string(containsString("/portfolio/" + id(learner))));
        http.perform(get("/portfolio").with(fixtures.as(learners.aLearner().person())))
                .andExpect(content().string(not(containsString(id(learner)))));
    }

    @Test
    void an_empty_portfolio_says_how_to_get_something_in() throws Exception {
        http.perform(get("/portfolio").with(fixtures.as(fixtures.aPerson(fixtures.anAddress()))))
                .andExpect(content().string(containsString("href=\"/claim\"")))
                .andExpect(content().string(containsString("href=\"/account\"")));
    }

    @Test
    void says_in_plain_words_what_a_credential_means() throws Exception {
        var learner = learners.aLearner();

        http.perform(get("/portfolio/" + id(learner)).with(fixtures.as(learner.person())))
                .andExpect(content().string(containsString("What I can do")))
                .andExpect(content().string(containsString("Can stop a bleeding")))
                .andExpect(content().string(containsString("A drill on deck")))
                .andExpect(content().string(containsString("25 hours")))
                .andExpect(content().string(containsString("September 14, 2026")));
    }

    @Test
    void a_revoked_credential_says_so_with_the_reason() throws Exception {
        var learner = learners.aLearner();

        credentials.revoke(learner.issuer(), learner.credential().id(), "Issued to the wrong person");

        http.perform(get("/portfolio/" + id(learner)).with(fixtures.as(learner.person())))
                .andExpect(content().string(containsString("chip--bad")))
                .andExpect(content().string(containsString("Issued to the wrong person")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/print", "/badge.json", "/badge.png", "/badge.svg", "/badge.pdf", "/qr.svg"})
    void only_the_holder_reaches_a_credential(String what) throws Exception {
        var learner = learners.aLearner();
        var path = "/portfolio/" + id(learner) + what;

        http.perform(get(path).with(fixtures.as(learner.person()))).andExpect(status().isOk());
        http.perform(get(path).with(fixtures.as(learners.aLearner().person()))).andExpect(status().isNotFound());
        http.perform(get(path)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void the_files_carry_exactly_the_signed_document() throws Exception {
        var learner = learners.aLearner();

        assertThat(new String(download(learner, "json"), StandardCharsets.UTF_8))
                .isEqualTo(learner.credential().json());
        assertThat(Baking.unbakePng(download(learner, "png")))
                .contains(learner.credential().json());
        assertThat(Baking.unbakeSvg(download(learner, "svg")))
                .contains(learner.credential().json());
    }

    @Test
    void files_have_a_tidy_name_and_are_kept_by_no_cache() throws Exception {
        var learner = learners.aLearner();

        http.perform(get("/portfolio/" + id(learner) + "/badge.json").with(fixtures.as(learner.person())))
                .andExpect(header().string("Content-Disposition", containsString("First-aid-at-sea.json")))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void the_pdf_is_one_tagged_page_that_carries_the_document_and_a_code_that_leads_to_the_check() throws Exception {
        var learner = learners.aLearner();

        var pdf = download(learner, "pdf");

        try (var document = Loader.loadPDF(pdf)) {
            var check = settings.address(shares.printedPath(
                            learner.person().id(), learner.credential().id()))
                    .toString();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(Learners.TITLE);
            assertThat(new PDFTextStripper().getText(document)).contains(Learners.TITLE, "Nadia Haddad", check);
            assertThat(attachment(document)).isEqualTo(learner.credential().json());
            assertThat(decoded(new PDFRenderer(document).renderImageWithDPI(0, 300)))
                    .isEqualTo(check);
        }
    }

    @Test
    void the_arabic_pdf_reads_from_right_to_left_in_embedded_fonts() throws Exception {
        var learner = learners.aLearner();

        var pdf = http.perform(get("/portfolio/" + id(learner) + "/badge.pdf")
                        .with(fixtures.as(learner.person()))
                        .header("Accept-Language", "ar"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ar");
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "\u0627\u0644\u0625\u0633\u0639\u0627\u0641\u0627\u062a \u0627\u0644\u0623\u0648\u0644\u064a\u0629");
            var fonts = document.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                assertThat(fonts.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void one_pdf_after_another_carries_the_same_link_until_it_is_ended() throws Exception {
        var learner = learners.aLearner();
        var owner = learner.person().id();
        var first = shares.printedPath(owner, learner.credential().id());

        assertThat(shares.printedPath(owner, learner.credential().id())).isEqualTo(first);
        shares.end(owner, shares.of(owner).getFirst().id());

        assertThat(shares.printedPath(owner, learner.credential().id())).isNotEqualTo(first);
        http.perform(get(first).accept("text/html")).andExpect(status().isNotFound());
    }

    private byte[] download(Learner learner, String ending) throws Exception {
        return http.perform(
                        get("/portfolio/" + id(learner) + "/badge." + ending).with(fixtures.as(learner.person())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String id(Learner learner) {
        return learner.credential().id().value().toString();
    }

    private static String attachment(PDDocument document) throws Exception {
        var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
        assertThat(files.keySet()).isEqualTo(Set.of("badge.json"));
        return new String(
                List.copyOf(files.values()).getFirst().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
    }

    private static String decoded(BufferedImage page) throws Exception {
        var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
