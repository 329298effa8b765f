package org.cairn.server.employer;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks the machine's name servers. A name server that falls silent costs five seconds, and few lookups run at once.
@Component
class DnsTxtRecords implements TxtRecords, AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final int MOST_RECORDS = 100;
    private static final long SECONDS = 5;

    private final Semaphore lines = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public Answer of(String domain) {
        if (!lines.tryAcquire()) {
            return new Answer.Silent();
        }
        var work = workers.submit(() -> {
            try {
                return ask(domain);
            } finally {
                lines.release();
            }
        });
        try {
            return work.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            return new Answer.Silent();
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Silent();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking for TXT records failed in an unforeseen way", e.getCause());
        }
    }

    /// The provider is fixed, asks name servers and gives back nothing but text; the name was checked and cannot name
    /// another provider. The naming interface takes nothing newer than a Hashtable.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static Answer ask(String domain) {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put("com.sun.jndi.dns.timeout.initial", "1500");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        try {
            var context = new InitialDirContext(settings);
            try {
                return new Answer.Texts(texts(
                        context.getAttributes(domain, new String[] {"TXT"}).get("TXT")));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return new Answer.Texts(List.of());
        } catch (NamingException e) {
            return new Answer.Silent();
        }
    }

    private static List<String> texts(@Nullable Attribute records) throws NamingException {
        var texts = new ArrayList<String>();
        for (var at = 0; records != null && at < Math.min(records.size(), MOST_RECORDS); at++) {
            texts.add(String.valueOf(records.get(at)).replaceAll("^\"|\"$", ""));
        }
        return texts;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
