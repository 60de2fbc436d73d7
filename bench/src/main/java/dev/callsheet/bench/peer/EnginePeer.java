package dev.callsheet.bench.peer;

import dev.callsheet.render.RenderLine;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The engine on its tables, with a provider that costs nothing; the outbox is emptied as the relay would after acks. */
public final class EnginePeer {
    private static final int POOL = 16;
    private static final int AT_ONCE = 128;
    private static final int RELAYED = 500;

    private EnginePeer() {}

    /** Runs until it is ended. @param arguments address of the tables, address of the clip, slots */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        Logger.getLogger("").setLevel(Level.WARNING);
        DataSource tables = Pool.open(arguments[0], POOL);
        var news = new Semaphore(0);
        Thread relay = Thread.ofPlatform().start(() -> relay(tables, news));
        var setting = new Lines.Setting(
                "engine",
                Duration.ofSeconds(30),
                Duration.ofMillis(50),
                Duration.ofMillis(50),
                Integer.parseInt(arguments[2]),
                AT_ONCE,
                AT_ONCE);
        RenderLine line = Lines.line(
                setting, tables, new InstantProvider(arguments[1]), HttpClient.newHttpClient(), news::release);
        line.start();
        relay.join();
    }

    private static void relay(DataSource tables, Semaphore news) {
        try (Connection connection = tables.getConnection();
                PreparedStatement sent = connection.prepareStatement(
                        "delete from outbox where seq in (select seq from outbox order by seq limit " + RELAYED
                                + ")")) {
            while (true) {
                if (sent.executeUpdate() < RELAYED) {
                    news.tryAcquire(100, TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            }
        } catch (SQLException | InterruptedException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
