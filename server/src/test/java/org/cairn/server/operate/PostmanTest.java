package org.cairn.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.operate.Post.Posted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
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

    private void deliverEverythingThrough(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        var withMail = new CairnSettings(
                settings.dataDir(),
                settings.publicUrl(),
                settings.outboundLoopback(),
                settings.masterKey(),
                settings.database(),
                new CairnSettings.Mail("Cairn <no-reply@example.org>", "127.0.0.1"));
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
