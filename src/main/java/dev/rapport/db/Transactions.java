package dev.rapport.db;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs transactions in which every statement sees the same state of the data. */
public final class Transactions {
    private Transactions() {}

    public interface Work {
        void run() throws SQLException;
    }

    public static void inOneView(Connection connection, Work work) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            Statements.execute(connection, "set local work_mem = '64MB'; set local jit = off");
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }
}
