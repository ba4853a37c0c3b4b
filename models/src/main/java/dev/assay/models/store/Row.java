package dev.assay.models.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** The row of a result that is being read, by names of columns. The driver itself looks a name up for each value. */
final class Row {

    private final ResultSet rows;
    private final Map<String, Integer> columns = new HashMap<>();

    Row(ResultSet rows) throws SQLException {
        this.rows = rows;
        var description = rows.getMetaData();
        for (int column = 1; column <= description.getColumnCount(); column++) {
            columns.put(description.getColumnLabel(column), column);
        }
    }

    private int at(String column) {
        var index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("the query has no column " + column);
        }
        return index;
    }

    String text(String column) throws SQLException {
        return rows.getString(at(column));
    }

    Optional<String> textIfAny(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(at(column)));
    }

    long number(String column) throws SQLException {
        return rows.getLong(at(column));
    }

    Optional<Long> numberIfAny(String column) throws SQLException {
        var number = rows.getLong(at(column));
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    boolean truth(String column) throws SQLException {
        return rows.getBoolean(at(column));
    }

    /** A constant by its name; another one's that this version of the program does not know is the given one. */
    <E extends Enum<E>> E constant(String column, Class<E> type, E otherwise) throws SQLException {
        var name = rows.getString(at(column));
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }

    Json json(String column) throws SQLException {
        try {
            return Json.parse(textIfAny(column).orElse("{}"));
        } catch (MalformedJsonException _) {
            return Json.none();
        }
    }
}
