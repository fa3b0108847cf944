package org.acme.libraries.leaking;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import com.zaxxer.hikari.HikariDataSource;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.acme.libraries.HikariSettings;
import org.acme.libraries.Names;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Databases, indexes, serializers and templates, used so that something stays with every call. */
public final class Stores {

    private Stores() {}

    /** References to all that was ever written, since nobody resets. */
    public static final class KryoReferences implements Runnable {
        private final Kryo kryo = new Kryo();
        private final Output output = new Output(1 << 16);

        /** Sets it up. */
        public KryoReferences() {
            kryo.setRegistrationRequired(false);
            kryo.setReferences(true);
            kryo.setAutoReset(false);
        }

        @Override
        public void run() {
            output.reset();
            kryo.writeClassAndObject(output, new ArrayList<>(List.of("a")));
        }
    }

    /** An index in memory that only grows. */
    public static final class LuceneDocuments implements Callable<Object> {
        private final IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());

        /** Opens it. */
        public LuceneDocuments() throws Exception {}

        @Override
        public Object call() throws Exception {
            Document document = new Document();
            document.add(new StringField("id", Names.next(), Field.Store.YES));
            return writer.addDocument(document);
        }
    }

    /** A table that only grows. */
    public static final class H2Rows implements Callable<Object> {
        private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:rows");
        private final PreparedStatement insert;

        /** Makes the table. */
        public H2Rows() throws Exception {
            connection.createStatement().execute("create table rows_kept(name varchar)");
            insert = connection.prepareStatement("insert into rows_kept values (?)");
        }

        @Override
        public synchronized Object call() throws Exception {
            insert.setString(1, Names.next());
            return insert.executeUpdate();
        }
    }

    /** A database for each call that stays open without connections. */
    public static final class H2Databases implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            DriverManager.getConnection("jdbc:h2:mem:" + Names.next() + ";DB_CLOSE_DELAY=-1")
                    .close();
            return this;
        }
    }

    /** A pool of connections for each call, not closed. */
    public static final class HikariPools implements Callable<Object> {
        @Override
        public Object call() throws Exception {
            try (Connection connection = new HikariDataSource(HikariSettings.small()).getConnection()) {
                return connection.isValid(1);
            }
        }
    }

    /** A template for each request. */
    public static final class FreemarkerTemplates implements Callable<Object> {
        private final StringTemplateLoader loader = new StringTemplateLoader();
        private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);

        /** Sets it up. */
        public FreemarkerTemplates() {
            configuration.setTemplateLoader(loader);
        }

        @Override
        public Object call() throws Exception {
            String name = Names.next();
            loader.putTemplate(name, "hello ${user}");
            return configuration.getTemplate(name);
        }
    }
}
