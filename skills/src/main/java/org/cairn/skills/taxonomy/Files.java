package org.cairn.skills.taxonomy;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The text files of a distribution, wherever they lie: in a folder, in the zip files of a folder, or in one
/// zip file.
/// Zip files come from outside: their number of entries and what each unpacks to are limited.
final class Files implements AutoCloseable {
    private static final int MOST_FILES = 5_000;
    private static final long LONGEST_FILE = 2L << 30;

    private final Path place;
    private final List<ZipFile> zips = new ArrayList<>();
    private final Map<Distribution.Part, Source> sources = new LinkedHashMap<>();

    private Files(Path place) {
        this.place = place;
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    static Files open(Path place) throws IOException, TaxonomyException {
        Files files = new Files(place);
        try {
            if (java.nio.file.Files.isDirectory(place)) {
                files.addFolder(place);
            } else if (java.nio.file.Files.isRegularFile(place)) {
                files.addZip(place);
            } else {
                throw new TaxonomyException("There is no file or folder " + place + ".");
            }
            return files;
        } catch (IOException | TaxonomyException e) {
            files.close();
            throw e;
        }
    }

    /// Files that are part of the program.
    static Files ofResources(Class<?> beside, String folder, List<String> names) throws IOException {
        Files files = new Files(Path.of(folder));
        for (String name : names) {
            URL resource = beside.getResource(folder + name);
            if (resource == null) {
                throw new FileNotFoundException(folder + name);
            }
            URLConnection connection = resource.openConnection();
            files.add(new Distribution.Part(name, connection.getContentLengthLong()), resource::openStream);
        }
        return files;
    }

    private void addFolder(Path folder) throws IOException, TaxonomyException {
        List<Path> found;
        try (Stream<Path> list = java.nio.file.Files.walk(folder, 2)) {
            found = list.filter(java.nio.file.Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
        for (Path file : found) {
            if (file.toString().endsWith(".zip")) {
                addZip(file);
            } else {
                add(
                        new Distribution.Part(folder.relativize(file).toString(), java.nio.file.Files.size(file)),
                        () -> java.nio.file.Files.newInputStream(file));
            }
        }
    }

    private void addZip(Path file) throws IOException, TaxonomyException {
        ZipFile zip = opened(file);
        zips.add(zip);
        if (zip.size() > MOST_FILES) {
            throw new TaxonomyException(file.getFileName() + " holds more than " + MOST_FILES + " files.");
        }
        for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
            add(
                    new Distribution.Part(file.getFileName() + "!" + entry.getName(), entry.getSize()),
                    () -> new Limited(zip.getInputStream(entry)));
        }
    }

    private static ZipFile opened(Path file) throws IOException, TaxonomyException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new TaxonomyException(
                    file.getFileName() + " is not a zip file that can be read: " + e.getMessage() + ".", e);
        }
    }

    private void add(Distribution.Part part, Source source) {
        sources.put(part, source);
    }

    List<Distribution.Part> parts() {
        return List.copyOf(sources.keySet());
    }

    /// Names in which a release may be mentioned: the place's own first, then those of what lies in it.
    List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(String.valueOf(place.getFileName()));
        zips.forEach(zip -> names.add(String.valueOf(Path.of(zip.getName()).getFileName())));
        return names;
    }

    InputStream stream(Distribution.Part part) throws IOException {
        Source source = sources.get(part);
        if (source == null) {
            throw new IllegalArgumentException("not of this distribution: " + part);
        }
        return source.open();
    }

    /// The file's own name, without folders and archive.
    static String lastOf(String name) {
        return name.substring(
                Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')), name.lastIndexOf('\\')) + 1);
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }

    /// Stops at the limit, whatever the archive's directory says.
    private static final class Limited extends FilterInputStream {
        private long left = LONGEST_FILE;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new ZipException("a file unpacks to more than " + (LONGEST_FILE >> 20) + " MB");
            }
        }
    }
}
