package org.acme.libraries.clean;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.Pool;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.acme.libraries.HikariSettings;
import org.acme.libraries.Names;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jsoup.Jsoup;

/** Databases, indexes, serializers and templates, used so that nothing stays. */
public final class Stores {

    private Stores() {}

    /** Serializers from a pool with soft references. */
    public static final class KryoPool implements Runnable {
        private final Pool<Kryo> pool = new Pool<>(true, true, 8) {
            @Override
            protected Kryo create() {
                Kryo kryo = new Kryo();
                kryo.setRegistrationRequired(false);
                return kryo;
            }
        };

        @Override
        public void run() {
            Kryo kryo = pool.obtain();
            kryo.writeClassAndObject(new Output(256, -1), new ArrayList<>(List.of("a", "b")));
            pool.free(kryo);
        }
    }

    /** A table that is emptied again. */
    public static final class SqliteRows implements Callable<Object> {
        private final Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");

        /** Makes the table. */
        public SqliteRows() throws Exception {
            connection.createStatement().execute("create table t(name text)");
        }

        @Override
        public synchronized Object call() throws Exception {
            try (PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
                    Statement delete = connection.createStatement()) {
                insert.setString(1, Names.next());
                return insert.executeUpdate() + delete.executeUpdate("delete from t");
            }
        }
    }

    /** The same with H2 and a pool of connections. */
    public static final class H2Pooled implements Callable<Object>, AutoCloseable {
        private final HikariDataSource source;

        /** Makes the table. */
        public H2Pooled() throws Exception {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl("jdbc:h2:mem:clean");
            config.setMaximumPoolSize(4);
            source = new HikariDataSource(config);
            try (Connection connection = source.getConnection()) {
                connection.createStatement().execute("create table t(name varchar)");
            }
        }

        @Override
        public Object call() throws Exception {
            try (Connection connection = source.getConnection();
                    PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
                    PreparedStatement delete = connection.prepareStatement("delete from t where name = ?")) {
                String name = Names.next();
                insert.setString(1, name);
                delete.setString(1, name);
                return insert.executeUpdate() + delete.executeUpdate();
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** A pool of connections for each call, closed. */
    public static final class HikariPools implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            try (HikariDataSource source = new HikariDataSource(HikariSettings.small());
                    Connection connection = source.getConnection()) {
                return connection.isValid(1);
            }
        }
    }

    /** 500 documents, replaced again and again, searched in between. */
    public static final class LuceneSearch implements Callable<Object> {
        private final IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());
        private final SearcherManager searchers = new SearcherManager(writer, null);
        private int calls;

        /** Opens it. */
        public LuceneSearch() throws Exception {}

        @Override
        public synchronized Object call() throws Exception {
            Term term = new Term("id", "document-" + calls++ % 500);
            Document document = new Document();
            document.add(new StringField(term.field(), term.text(), Field.Store.YES));
            writer.updateDocument(term, document);
            if (calls % 100 == 0) {
                searchers.maybeRefreshBlocking();
                writer.commit();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return searcher.count(new TermQuery(term));
            } finally {
                searchers.release(searcher);
            }
        }
    }

    /** A template for each call, dropped. */
    public static final class FreemarkerTemplates implements Callable<Object> {
        private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);

        @Override
        public Object call() throws Exception {
            StringWriter text = new StringWriter();
            new Template("greeting", "hello ${user}", configuration).process(Map.of("user", Names.next()), text);
            return text;
        }
    }

    /** Pages, parsed and searched. */
    public static final class JsoupPages implements Callable<Object> {
        @Override
        public Object call() {
            return Jsoup.parse("<p>" + Names.next() + "<b>x</b>").select("b").text();
        }
    }
}
