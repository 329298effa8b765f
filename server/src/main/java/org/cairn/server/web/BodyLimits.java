package org.cairn.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Nobody sends more than a call or a page can need: what states to be larger is refused unread, and what
/// states nothing is counted while it is read, or refused where the server would keep files of it first.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BodyLimits extends OncePerRequestFilter {
    private static final long MEGABYTE = 1024 * 1024;
    private static final PathPattern CALLS = PathPatternParser.defaultInstance.parse("/api/**");
    private static final PathPattern SHEETS = PathPatternParser.defaultInstance.parse("/api/awards/batches");
    private static final PathPattern POSTINGS = PathPatternParser.defaultInstance.parse("/api/market/{files}");
    private static final PathPattern TAXONOMIES =
            PathPatternParser.defaultInstance.parse("/operator/taxonomies/import");
    private static final PathPattern DOCUMENTS = PathPatternParser.defaultInstance.parse("/api/verifications");
    private static final PathPattern DOCUMENT_FILES =
            PathPatternParser.defaultInstance.parse("/o/{organisation}/verifications");
    private static final PathPattern PICTURES = PathPatternParser.defaultInstance.parse("/api/specs/{id}/image");

    private final ProblemAnswers answers;

    BodyLimits(ProblemAnswers answers) {
        this.answers = answers;
    }

    /// Thrown into whoever reads on; [RestProblems] answers it.
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        if (!CALLS.matches(path)) {
            if (request.getContentLengthLong() > mostOfPage(path, request) || isFormOfUnknownLength(request)) {
                response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        var most = most(path);
        if (request.getContentLengthLong() > most || isFormOfUnknownLength(request)) {
            answers.write(HttpStatus.CONTENT_TOO_LARGE, request, response);
        } else {
            chain.doFilter(new Counted(request, most), response);
        }
    }

    private static long mostOfPage(PathContainer path, HttpServletRequest request) {
        if (TAXONOMIES.matches(path) && isSignedIn(request)) {
            return 256 * MEGABYTE;
        }
        return DOCUMENT_FILES.matches(path) && isSignedIn(request) ? 65 * MEGABYTE : 12 * MEGABYTE;
    }

    private static long most(PathContainer path) {
        if (POSTINGS.matches(path) || DOCUMENTS.matches(path)) {
            // A little more than what is taken, so that the room itself says what is too much.
            return 65 * MEGABYTE;
        }
        return SHEETS.matches(path) ? 6 * MEGABYTE : PICTURES.matches(path) ? 3 * MEGABYTE : MEGABYTE;
    }

    /// Before anybody has looked at what she may do: a stranger does not get to fill the disk.
    private static boolean isSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /// No browser sends one.
    private static boolean isFormOfUnknownLength(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                && String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private long left;

        CountedStream(ServletInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var got = in.read(into, from, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws TooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
