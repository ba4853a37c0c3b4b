package dev.assay.models.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** One connection to an SQLite file, for one thread at a time. Every failure is a {@link StoreException}. */
final class Database implements AutoCloseable {

    /** Longer than any transaction of ours takes, so that another process is waited for. */
    private static final int PATIENCE_MILLIS = 20_000;

    /** How often a database that others are making is tried again, and how long after. */
    private static final int ATTEMPTS = 400;

    private static final long PAUSE_MILLIS = 50;

    /** After so many pages of 4 KiB the log is written back into the database, which waits for the medium. */
    private static final int PAGES_IN_LOG = 8_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /**
     * Opens it, or makes it. While another process makes the same file, SQLite refuses this one at once, without the
     * patience that it has otherwise: of two who turn a new file to {@code WAL}, both hold what the other waits for.
     */
    static Database open(Path file) {
        for (int attempt = 1; ; attempt++) {
            try {
                return connected(file);
            } catch (StoreException e) {
                if (!e.isBusy() || attempt == ATTEMPTS || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Database connected(Path file) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        // Readers and one writer at once; a killed process loses nothing that was committed, a power cut perhaps the
        // last of it, and neither the database.
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // A transaction that begins by reading and then writes could not wait for another one.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // Nobody asks for the number of a new row, which would cost a query after each change.
        config.setGetGeneratedKeys(false);
        Properties properties = config.toProperties();
        try {
            return new Database(JDBC.createConnection(JDBC.PREFIX + file, properties)).prepared();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private Database prepared() {
        try {
            query("PRAGMA wal_autocheckpoint = " + PAGES_IN_LOG, row -> row.number("wal_autocheckpoint"));
            return this;
        } catch (StoreException e) {
            close();
            throw e;
        }
    }

    <T> List<T> query(String sql, Reader<T> reader, Object... arguments) {
        try (var rows = statement(sql, arguments).executeQuery()) {
            var row = new Row(rows);
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(row));
            }
            return read;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Changes rows; an empty {@link Optional} among the arguments stands for NULL. */
    int update(String sql, Object... arguments) {
        try {
            return statement(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** All of it or nothing. */
    void transaction(Runnable changes) {
        try {
            connection.setAutoCommit(false);
            try {
                changes.run();
                connection.commit();
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private PreparedStatement statement(String sql, Object... arguments) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i] instanceof Optional<?> some ? some.orElse(null) : arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
