package dev.assay.models.store;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database cannot do what it should. Nothing that was recorded before is lost by it, unless it is damaged. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    private StoreException(String message, SQLException cause, boolean damaged) {
        super(message, cause);
        this.damaged = damaged;
    }

    static StoreException of(SQLException cause) {
        var code = cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes hold the plain one in their last eight bits.
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new StoreException("the database is damaged", cause, true);
            case SQLITE_FULL -> new StoreException("the disk of the database is full", cause, false);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                new StoreException("the database cannot be written", cause, false);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException("another program holds the database for too long", cause, false);
            default -> new StoreException(String.valueOf(cause.getMessage()), cause, false);
        };
    }

    /** Whether what the file holds is no sound database. */
    public boolean isDamaged() {
        return damaged;
    }
}
