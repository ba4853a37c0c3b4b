package dev.assay.models.store;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database cannot do what it should. Nothing that was recorded before is lost by it, unless it is damaged. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller can do something about. */
    private enum Kind {
        DAMAGED,
        BUSY,
        OTHER
    }

    private final Kind kind;

    private StoreException(String message, SQLException cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    static StoreException of(SQLException cause) {
        var code = cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes hold the plain one in their last eight bits.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new StoreException("the database is damaged", cause, Kind.DAMAGED);
            case SQLITE_FULL -> new StoreException("the disk of the database is full", cause, Kind.OTHER);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new StoreException("the database cannot be written", cause, Kind.OTHER);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException("another program holds the database for too long", cause, Kind.BUSY);
            default -> new StoreException(String.valueOf(cause.getMessage()), cause, Kind.OTHER);
        };
    }

    /** Whether what the file holds is no sound database. */
    public boolean isDamaged() {
        return kind == Kind.DAMAGED;
    }

    /** Whether another process or connection holds what is needed. */
    boolean isBusy() {
        return kind == Kind.BUSY;
    }
}
