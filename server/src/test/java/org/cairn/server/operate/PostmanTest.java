package org.cairn.server.operate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.cairn.server.CairnTest;
import org.cairn.server.operate.Post.Posted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// A postman of its own, because the application under test has no mail server.
@CairnTest
class PostmanTest {
    @Autowired
    Post post;

    @Autowired
    Letters letters;

    @Autowired
    CairnSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String to = "p" + UUID.randomUUID().toString().replace("-", "") + "@example.org";

    @BeforeEach
    void startMailServer() {
        server.start();
    }

    @AfterEach
    void stopMailServer() {
        server.stop();
    }

    @Test
    void a_letter_arrives_whole_and_once() throws Exception {
        post.send(new Post.Letter(to, "Lo lograste – أحسنت", "Línea 1\nسطر ٢\n", "test:" + to));

        deliverEverythingThrough(server.getSmtp().getPort());
        deliverEverythingThrough(server.getSmtp().getPort());

        var arrived =
                Arrays.stream(server.getReceivedMessages()).filter(this::isMine).toList();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst().getSubject()).isEqualTo("Lo lograste – أحسنت");
        assertThat(String.valueOf(arrived.getFirst().getContent())).contains("Línea 1", "سطر ٢");
        assertThat(mine().getFirst().sentAt()).isPresent();
    }

    @Test
    void a_letter_that_is_not_taken_stays_with_its_trouble() {
        post.send(new Post.Letter(to, "Subject", "Text", "test:" + to));
        var port = server.getSmtp().getPort();
        server.stop();

        deliverEverythingThrough(port);

        assertThat(mine().getFirst().sentAt()).isEmpty();
        assertThat(mine().getFirst().trouble()).isPresent();
        assertThat(mine().getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void what_a_letter_says_is_sealed_until_it_is_delivered_and_gone_after_that() {
        post.send(new Post.Letter(to, "Subject", "open-sesame", "test:" + to));
        var waiting = stored();
        assertThat(mine().getFirst().text()).isEqualTo("open-sesame");

        deliverEverythingThrough(server.getSmtp().getPort());

        assertThat(waiting.get("body")).isNull();
        assertThat(new String((byte[]) waiting.get("sealed"), UTF_8)).doesNotContain("sesame");
        assertThat(stored()).containsEntry("body", null).containsEntry("sealed", null);
        assertThat(mine().getFirst().text()).isEmpty();
    }

    @Test
    void the_demonstration_keeps_what_a_delivered_letter_said() {
        post.send(new Post.Letter(to, "Subject", "open-sesame", "test:" + to));

        deliverEverything(sender(server.getSmtp().getPort()), true);

        assertThat(mine().getFirst().sentAt()).isPresent();
        assertThat(mine().getFirst().text()).isEqualTo("open-sesame");
    }

    @Test
    void what_nobody_foresaw_about_one_letter_makes_no_other_go_out_twice() throws Exception {
        post.send(new Post.Letter(to, "First", "Text", "test:" + to));
        var poison = "x" + to;
        post.send(new Post.Letter(poison, "Second", "Text", "test:" + poison));
        jdbc.sql("update letter set sealed = '\\x00010203040506070809101112131415' where recipient = :to")
                .param("to", poison)
                .update();

        deliverEverythingThrough(server.getSmtp().getPort());
        deliverEverythingThrough(server.getSmtp().getPort());

        assertThat(server.getReceivedMessages()).filteredOn(this::isMine).hasSize(1);
        assertThat(jdbc.sql("select trouble from letter where recipient = :to and sent_at is null")
                        .param("to", poison)
                        .query(String.class)
                        .single())
                .isEqualTo("IllegalStateException");
        jdbc.sql("delete from letter where recipient = :to").param("to", poison).update();
    }

    @Test
    void a_letter_does_not_travel_in_the_clear_unless_the_operator_says_so() {
        var port = server.getSmtp().getPort();
        post.send(new Post.Letter(to, "Subject", "Text", "test:" + to));

        withSettings(port, true, encrypted -> {
            deliverEverything(encrypted, false);
            assertThat(encrypted.getJavaMailProperties())
                    .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
        });
        assertThat(mine().getFirst().sentAt()).isEmpty();
        assertThat(mine().getFirst().trouble()).isPresent();

        jdbc.sql("update letter set next_attempt_at = now(), attempts = 0 where recipient = :to")
                .param("to", to)
                .update();
        withSettings(port, false, clear -> deliverEverything(clear, false));
        assertThat(mine().getFirst().sentAt()).isPresent();
    }

    @Test
    void old_letters_are_forgotten() {
        post.send(new Post.Letter(to, "Subject", "Text", "test:" + to));
        assertThat(letters.forget(90, 30)).isZero();
        jdbc.sql("update letter set written_at = now() - interval '31 days' where recipient = :to")
                .param("to", to)
                .update();

        assertThat(letters.forget(90, 30)).isEqualTo(1);
        assertThat(mine()).isEmpty();
    }

    /// The sender that the shipped settings make.
    private static void withSettings(int port, boolean encrypted, Consumer<JavaMailSenderImpl> use) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues(
                        "cairn.mail.host=127.0.0.1", "CAIRN_MAIL_PORT=" + port, "CAIRN_MAIL_STARTTLS=" + encrypted)
                .run(context -> use.accept(context.getBean(JavaMailSenderImpl.class)));
    }

    private Map<String, @Nullable Object> stored() {
        return jdbc.sql("select body, sealed from letter where recipient = :to")
                .param("to", to)
                .query()
                .singleRow();
    }

    private void deliverEverythingThrough(int port) {
        deliverEverything(sender(port), false);
    }

    private static JavaMailSenderImpl sender(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        return smtp;
    }

    private void deliverEverything(JavaMailSender smtp, boolean keepSent) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        var withMail = new CairnSettings(
                settings.dataDir(),
                settings.publicUrl(),
                settings.outboundLoopback(),
                settings.masterKey(),
                settings.database(),
                new CairnSettings.Mail("Cairn <no-reply@example.org>", "127.0.0.1", keepSent));
        var postman = new Postman(letters, withMail, beans.getBeanProvider(JavaMailSender.class), transaction);
        while (mine().getFirst().attempts() == 0) {
            postman.deliverDue();
        }
    }

    private List<Posted> mine() {
        return post.about("test:" + to);
    }

    private boolean isMine(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString().equals(to);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
