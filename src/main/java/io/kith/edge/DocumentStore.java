package io.kith.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents kept here by the SHA-256 of their text: those of the page, and those in {@code kith.documents.folder}, one in
 * a {@code .graphql} file or many in the {@code .json} that front ends' tools write, an object with a document a field.
 */
@Component
class DocumentStore {

    private static final String OF_THE_PAGE = "documents/page.json";

    private final Map<String, String> documents = new HashMap<>();

    DocumentStore(DocumentSettings settings) {
        try {
            var folder = settings.folder();
            if (settings.only() || folder != null) {
                keepAll(new ClassPathResource(OF_THE_PAGE).getContentAsString(UTF_8));
            }
            if (folder != null) {
                keepThoseOf(folder);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "kith.documents.folder is %s, which cannot be read".formatted(settings.folder()), unreadable);
        }
    }

    /** The document of a hash. */
    Optional<String> byHash(String hash) {
        return Optional.ofNullable(documents.get(hash));
    }

    /** Whether this very text is kept here. */
    boolean holds(String document) {
        return documents.containsKey(hash(document));
    }

    static String hash(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keepThoseOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files.sorted()::iterator) {
                var name = file.toString();
                if (name.endsWith(".graphql")) {
                    keep(Files.readString(file, UTF_8));
                } else if (name.endsWith(".json")) {
                    keepAll(Files.readString(file, UTF_8));
                }
            }
        }
    }

    /** Whatever the names are that a file gives its documents, they are kept by their own hash. */
    private void keepAll(String manifest) throws IOException {
        try {
            for (var document : JsonMapper.shared().readTree(manifest).values()) {
                keep(document.asString());
            }
        } catch (JacksonException malformed) {
            throw new IOException("a .json file in it is no object of documents", malformed);
        }
    }

    /** Editors end a file with a line break, which front ends do not send. */
    private void keep(String text) {
        documents.put(hash(text), text);
        documents.put(hash(text.strip()), text.strip());
    }
}
