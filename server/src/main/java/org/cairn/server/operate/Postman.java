package org.cairn.server.operate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cairn.server.operate.Letters.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries letters from the outbox to the SMTP server, where one is configured. Each letter has a transaction of its
/// own, so whatever befalls one never makes another go out again.
@Configuration(proxyBeanMethods = false)
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 50;
    private static final int DELIVERED_DAYS = 90;
    private static final int WAITING_DAYS = 30;

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

    /// Addresses of people are not kept longer than somebody may ask what became of a letter.
    @Bean
    RecurringTask<Void> forgetLetters() {
        return Tasks.recurring("forget-letters", FixedDelay.ofHours(6))
                .execute((instance, context) -> letters.forget(DELIVERED_DAYS, WAITING_DAYS));
    }

    void deliverDue() {
        if (!settings.mail().isDelivered()) {
            return;
        }
        var left = ROUND;
        while (left > 0 && Boolean.TRUE.equals(transaction.execute(status -> deliverNext()))) {
            left--;
        }
    }

    /// @return whether there was one
    private boolean deliverNext() {
        var next = letters.takeDue();
        next.ifPresent(letter -> trouble(letter)
                .ifPresentOrElse(
                        why -> letters.failed(letter.id(), why),
                        () -> letters.delivered(letter.id(), settings.mail().keepSent())));
        return next.isPresent();
    }

    /// The edge of the job: also what nobody foresaw becomes this letter's trouble, and the next one has its turn.
    private Optional<String> trouble(Due letter) {
        try {
            hand(letter);
            return Optional.empty();
        } catch (MessagingException | RuntimeException e) {
            log.warn(
                    "Letter {} could not be delivered: {}",
                    letter.id(),
                    e.getClass().getSimpleName());
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private void hand(Due letter) throws MessagingException {
        var sender = smtp.getObject();
        var message = sender.createMimeMessage();
        var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.mail().from());
        parts.setTo(letter.to());
        parts.setSubject(letter.subject());
        parts.setText(letters.opened(letter));
        sender.send(message);
    }
}
