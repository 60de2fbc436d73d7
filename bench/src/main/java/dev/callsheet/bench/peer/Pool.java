package dev.callsheet.bench.peer;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to the tables, pooled as Quarkus pools them for the services. */
final class Pool {
    private Pool() {}

    /** @param url with the user and the schema in it @param size how many connections there are */
    static AgroalDataSource open(String url, int size) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.initialSize(size)
                        .maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
    }
}
