package dev.callsheet.i2v.outbound;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether a tenant wants a request stopped, as the engine has noted it; a wish may come before the request. */
@ApplicationScoped
public class StopWishes {
    private final DataSource dataSource;

    StopWishes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public boolean has(TenantId tenant, RequestId id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select 1 from cancellations where request_id = ? and tenant = ?")) {
            query.setObject(1, id.value());
            query.setString(2, tenant.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
