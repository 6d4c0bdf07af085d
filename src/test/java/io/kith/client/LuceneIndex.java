package io.kith.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** A full-text index as Neo4j keeps one: the same Lucene, analyzer and query parser, in memory. */
final class LuceneIndex implements AutoCloseable {

    private static final String FIELD = "searchKeys";
    private static final WhitespaceAnalyzer ANALYZER = new WhitespaceAnalyzer();

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneIndex(Map<String, String> keysByName) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
            for (Map.Entry<String, String> client : keysByName.entrySet()) {
                Document document = new Document();
                document.add(new StringField("name", client.getKey(), Store.YES));
                document.add(new TextField(FIELD, client.getValue(), Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    static Query parse(String query) throws ParseException {
        MultiFieldQueryParser parser = new MultiFieldQueryParser(new String[] {FIELD}, ANALYZER);
        parser.setAllowLeadingWildcard(true);
        return parser.parse(query);
    }

    /** Names found, the best first. */
    List<String> find(String query) throws IOException, ParseException {
        List<String> names = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(parse(query), 1000).scoreDocs) {
            names.add(searcher.storedFields().document(hit.doc).get("name"));
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
