package org.cairn.server.operate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cairn.server.operate.Post.Posted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries letters from the outbox to the SMTP server, where one is configured.
@Configuration(proxyBeanMethods = false)
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 50;

    private final Letters letters;
    private final CairnSettings settings;
    private final ObjectProvider<JavaMailSender> smtp;
    private final TransactionTemplate transaction;

    Postman(
            Letters letters,
            CairnSettings settings,
            ObjectProvider<JavaMailSender> smtp,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.settings = settings;
        this.smtp = smtp;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> deliverLetters() {
        return Tasks.recurring("deliver-letters", FixedDelay.ofSeconds(2)).execute((instance, context) -> deliverDue());
    }

    void deliverDue() {
        if (!settings.mail().isDelivered()) {
            return;
        }
        transaction.executeWithoutResult(status -> letters.takeDue(ROUND).forEach(this::deliver));
    }

    private void deliver(Posted letter) {
        trouble(letter).ifPresentOrElse(why -> letters.failed(letter.id(), why), () -> letters.delivered(letter.id()));
    }

    private Optional<String> trouble(Posted letter) {
        try {
            var sender = smtp.getObject();
            var message = sender.createMimeMessage();
            var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.mail().from());
            parts.setTo(letter.to());
            parts.setSubject(letter.subject());
            parts.setText(letter.text());
            sender.send(message);
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            log.warn(
                    "Letter {} was not taken by the mail server: {}",
                    letter.id(),
                    e.getClass().getSimpleName());
            return Optional.of(e.getClass().getSimpleName());
        }
    }
}
